import {
  type AccessRequest,
  conditionsHold,
  coversArn,
  existsGiven,
  matchesAction,
  matchesPrincipal,
  matchesResource,
} from '../../iam/index.ts';
import type { Grant } from '../../lambda/index.ts';
import { conjoin, display, every, type Guard, literal, type SymbolicString, type Ternary } from '../../symbolic/index.ts';
import { conditionSentence } from '../describe/conditionWords.ts';
import { code, codeList } from '../describe/markdown.ts';

/** Whether a statement is about a request, part by part. */
export interface Matching {
  readonly exists: Ternary;
  readonly action: Ternary;
  readonly resource: Ternary;
  readonly principal: Ternary;
  readonly conditions: Ternary;
}

export function matchingOf({ statement, guard }: Grant, request: AccessRequest): Matching {
  const { actions, resources, principals } = statement;
  const { canonical, given = [] } = request;
  const options = { canonical, given };
  return {
    exists: existsGiven(conjoin(guard, statement.guard), given),
    action: actions ? matchesAction(actions, request.action, given) : 'unknown',
    resource: request.resource ? (resources ? matchesResource(resources, request.resource, options) : 'unknown') : 'yes',
    principal: request.principal ? (principals ? matchesPrincipal(principals, request.principal, options) : 'unknown') : 'yes',
    conditions: conditionsHold(statement, request.context ?? new Map(), options),
  };
}

export function isAbout(grant: Grant, request: AccessRequest): Ternary {
  return every(Object.values(matchingOf(grant, request)));
}

/**
 * What of a statement the file leaves open about a request, each as it goes on behind "It depends on".
 *
 * @param asked the resource as the question calls it
 */
export function openPointsOf(grant: Grant, request: AccessRequest, asked: string): readonly string[] {
  const { statement, guard } = grant;
  const matching = matchingOf(grant, request);
  return [
    ...(matching.exists === 'unknown' ? guardPoints(conjoin(guard, statement.guard), request.given ?? []) : []),
    ...(statement.effect === 'unknown' ? ['what its `Effect` turns out to be'] : []),
    ...(matching.action === 'unknown' ? ['which actions it turns out to name'] : []),
    ...(matching.resource === 'unknown' ? resourcePoints(grant, request, asked) : []),
    ...(matching.principal === 'unknown' ? ['whom it turns out to name'] : []),
    ...(matching.conditions === 'unknown' ? conditionPoints(grant, request) : []),
  ];
}

function guardPoints(guard: Guard, given: Guard): readonly string[] {
  return guard
    .filter((term) => existsGiven([term], given) === 'unknown')
    .map(({ condition, holds }) => `the template condition ${code(condition)}, which must ${holds ? 'hold' : 'not hold'}`);
}

function resourcePoints({ statement: { resources } }: Grant, request: AccessRequest, asked: string): readonly string[] {
  const { canonical = (value) => value, given, resource } = request;
  if (!resource || !resources?.complete) return ['which resources it turns out to name'];
  const target = canonical(resource);
  const open = resources.values.filter(
    (value) => matchesResource({ ...resources, values: [value], negated: false }, resource, { canonical, given }) === 'unknown',
  );
  const values = open.map(({ value }) => value);
  if (resources.negated) return [`which part of ${asked} is meant: it leaves out ${names(values)}`];
  const parts = values.filter((value) => isPartOf(canonical(value), target));
  if (parts.length > 0) return [`which part of ${asked} is meant: it only names ${names(parts)}`];
  const which = values.length > 1 ? `one of ${names(values)}` : names(values);
  return [`whether ${which} is ${asked}, which only deployment tells`];
}

/** Whether the value certainly names something in what a target with a `*` stands for. */
function isPartOf(value: SymbolicString, target: SymbolicString): boolean {
  return display(target).includes('*') && coversArn(target, value) === 'yes' && coversArn(value, literal('*')) !== 'yes';
}

function names(values: readonly SymbolicString[]): string {
  return codeList(values.map(display));
}

function conditionPoints({ statement }: Grant, { context = new Map(), canonical, given }: AccessRequest): readonly string[] {
  const open = statement.conditions.filter(
    (test) =>
      conditionsHold({ ...statement, conditions: [test], conditionsComplete: true }, context, { canonical, given }) === 'unknown',
  );
  const tests = open.map((test) => `whether ${conditionSentence(test)}`);
  return statement.conditionsComplete ? tests : [...tests, 'what its conditions turn out to be'];
}
