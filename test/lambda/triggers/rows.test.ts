import { expect, test } from 'vitest';
import { evaluate } from '../../../server/src/cloudformation/index.ts';
import { TRIGGER_TABLE } from '../../../server/src/lambda/triggers/index.ts';
import { CASES, UNSEEN } from './cases/index.ts';
import { shown } from './fixture.ts';
import { analysesOf, callerIn, inFlowStyle, outcomeOf, templateFor, withMechanism } from './templates.ts';

/** Rows of what SAM makes have tests of their own, in samEvents.test.ts. */
const SAM = /^sam-event-|^sam-websocket-|^sam-graphqlapi-authorizer$/;

test('every row has a case, or a reason to have none', () => {
  const tested = new Set([...CASES.map(({ id }) => id), ...UNSEEN]);
  const untested = TRIGGER_TABLE.map(({ definition }) => definition.id).filter((id) => !tested.has(id) && !SAM.test(id));
  expect(untested).toEqual([]);
});

test('ids are unique, documentation is at AWS, reasons are sentences', () => {
  const ids = TRIGGER_TABLE.map(({ definition }) => definition.id);
  expect(ids).toEqual([...new Set(ids)]);
  for (const { definition } of TRIGGER_TABLE) {
    expect(definition.docsUrl).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/.+\.html$/);
    expect(definition.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(definition.reason === undefined).toBe(definition.mechanism === 'resource-policy');
    if (definition.reason) expect(definition.reason).toMatch(/^[A-Z].*\.$/);
  }
});

test.each(CASES)('$id: found at its property', (one) => {
  for (const analysis of [...analysesOf(templateFor(one)), inFlowStyle(templateFor(one))]) {
    const trigger = callerIn(analysis)?.trigger;
    const { template } = analysis;
    expect(trigger && { id: trigger.definition.id, property: trigger.property, target: trigger.target.logicalId }).toEqual({
      id: one.id,
      property: one.property,
      target: 'Fn',
    });
    const hasRole = one.role !== undefined || one.roleOf !== undefined;
    const role = trigger?.role && template && shown(evaluate(trigger.role, { template }));
    expect(role).toBe(hasRole ? '${CallerRole.Arn}' : undefined);
  }
});

test.each([...withMechanism(CASES, 'none'), ...withMechanism(CASES, 'poll')])('$id: nothing is missing', (one) => {
  expect(outcomeOf(templateFor(one))).toBe('granted');
});
