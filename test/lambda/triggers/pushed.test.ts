import { expect, test } from 'vitest';
import { CASES, type Case } from './cases/index.ts';
import { FN, shown } from './fixture.ts';
import { analysesOf, atAlias, callerIn, loudnessOf, outcomeOf, permissionsFor, templateFor, withMechanism } from './templates.ts';

/** Rows of services that call as themselves. */
const PUSHED = withMechanism(CASES, 'resource-policy');
/** Function URLs have aliases of their own way; the tests of their permissions are in permissions/functionUrl.test.ts. */
const NAMED = PUSHED.filter(({ viaUrl }) => viaUrl === undefined);

const refused = (one: Case, rule = 'missing-invoke-permission'): string => `missing, ${loudnessOf(one)} ${rule}`;

test.each(PUSHED)('$id: without a permission it is refused, with one it is let in', (one) => {
  expect(outcomeOf(templateFor(one))).toBe(refused(one));
  expect(outcomeOf(templateFor(one, permissionsFor(one)))).toBe('granted');
});

test.each(PUSHED)('$id: a permission that names something else does not let it in', (one) => {
  const verdictWith = (changed: Parameters<typeof permissionsFor>[1]): readonly (string | undefined)[] =>
    analysesOf(templateFor(one, { ...permissionsFor(one, changed), Other: FN })).map((analysis) => callerIn(analysis)?.verdict);
  const missing = ['missing', 'missing'];
  expect(verdictWith({ Principal: 'ec2.amazonaws.com' })).toEqual(missing);
  expect(verdictWith({ FunctionName: { Ref: 'Other' } })).toEqual(missing);
  expect(verdictWith({ FunctionName: { 'Fn::Sub': '${Fn}:live' } })).toEqual(missing);
  const [analysis] = analysesOf(templateFor(one));
  const source = shown(callerIn(analysis)?.trigger.source);
  const elsewhere = 'arn:aws:dynamodb:eu-west-1:123456789012:table/other';
  if (source?.startsWith('arn:')) expect(verdictWith({ SourceArn: elsewhere })).toEqual(missing);
});

test.each(NAMED)('$id: at an alias, the permission is that of the alias', (one) => {
  const aliased = atAlias(one);
  const live = { FunctionName: one.id === 'cloudwatch-custom-datasource' ? 'sales:live' : { 'Fn::Sub': '${Fn}:live' } };
  expect(outcomeOf(templateFor(aliased))).toBe(refused(one));
  expect(outcomeOf(templateFor(aliased, permissionsFor(one, live)))).toBe('granted');
  expect(outcomeOf(templateFor(aliased, permissionsFor(one)))).toBe(refused(one, 'permission-qualifier-mismatch'));
});
