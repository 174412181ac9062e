import { canonical, type Template } from '../../cloudformation/index.ts';
import type { Statement } from '../../iam/index.ts';
import { type FunctionPermissions, type Grant, roleAllows, type Verdict } from '../../lambda/index.ts';
import { arnFields, display, knownText, literal, type SymbolicString } from '../../symbolic/index.ts';
import type { Span } from '../../text/span.ts';
import { worst } from '../explain.ts';
import { toGrant } from './grants.ts';
import type { Arc, MapNode } from './model.ts';
import type { Scene } from './scene.ts';

/** A policy that names more services than this for any resource is drawn as one thing. */
const MOST_SERVICES = 4;

const ANY: SymbolicString = literal('*');

/** What reads the policies of one function's execution role. */
interface UseReader extends Scene {
  readonly owner: FunctionPermissions;
  readonly needed: Needed;
}

/** What the needs of a function account for: actions in small letters by the end of the node's id, and under `*` all of them. */
export type Needed = ReadonlyMap<string, ReadonlySet<string>>;

/** What the statements of the execution role let the function use, beyond what its mappings and its configuration need. */
export function* usesOf(owner: FunctionPermissions, needed: Needed, scene: Scene): Generator<Arc> {
  const reader = { ...scene, owner, needed };
  for (const grant of owner.role.grants) {
    if (grant.statement.effect === 'Allow') yield* usesOfStatement(grant, reader);
  }
}

function* usesOfStatement(grant: Grant, reader: UseReader): Generator<Arc> {
  const { statement } = grant;
  const actions = actionsOf(statement, reader);
  const uses = resourcesOf(statement).flatMap(({ value, span }) => usesOfResource(grant, actions, value, span, reader));
  for (const sameNode of groupBy(uses, ({ node }) => node.id)) yield use(grant, sameNode, reader);
}

/** What a statement lets the function do with one of its resources, by the services of the actions. */
function usesOfResource(
  { label, statement }: Grant,
  actions: readonly string[],
  value: SymbolicString,
  span: Span,
  reader: UseReader,
): readonly Use[] {
  const groups = groupByService(actions, value, reader.template);
  if (groups.length > MOST_SERVICES) {
    const services = `${groups.length} services`;
    const node: MapNode = { id: `target:${label}:${services}`, column: 'target', label: services, detail: 'any resource', span };
    return [{ value, actions, node }];
  }
  return groups
    .map(({ service, actions: own }) => ({ value, service, actions: own, node: nodeOf(statement, value, service, span, reader) }))
    .filter((one) => !isAccountedFor(one.node, one.service, one.actions, reader));
}

/** The actions that exist; what does not is told apart by `unknownActionsOf`. */
function actionsOf({ actions }: Statement, { exists }: UseReader): readonly string[] {
  if (!actions || actions.negated) return ['*'];
  return actions.values.map(({ value }) => display(value)).filter((action) => /[*?$]/.test(action) || exists(action));
}

function resourcesOf({ resources, span }: Statement): readonly { readonly value: SymbolicString; readonly span: Span }[] {
  if (!resources || resources.negated) return [{ value: ANY, span }];
  return resources.values.map(({ value, node }) => ({ value, span: node.outerSpan }));
}

interface ServiceActions {
  readonly service: string;
  readonly actions: readonly string[];
}

/** The actions by their services, as far as they can be about the resource. */
function groupByService(actions: readonly string[], value: SymbolicString, template: Template): readonly ServiceActions[] {
  const fields = arnFields(canonical(value, template));
  const only = fields && knownText(fields.service);
  const fitting = actions.filter((action) => {
    const service = serviceOf(action);
    return only === undefined || only === '*' || service === only || service === '*';
  });
  return groupBy(fitting, serviceOf).map((own) => ({ service: serviceOf(own[0] ?? ''), actions: own }));
}

function serviceOf(action: string): string {
  return action.includes(':') ? (action.split(':')[0] ?? '').toLowerCase() : '*';
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return [...groups.values()];
}

function nodeOf(statement: Statement, value: SymbolicString, service: string, span: Span, { places }: UseReader): MapNode {
  if (service !== '*' || knownText(value) !== '*') return places.ofValue(value, 'target', service, span);
  return isExclusive(statement)
    ? { id: 'target:* but', column: 'target', label: 'Nearly everything', detail: 'all but what is excluded', span }
    : { id: 'target:*', column: 'target', label: 'Everything', detail: 'any action, any resource', span };
}

/** `NotAction` or `NotResource`: the statement says what it is not about. */
function isExclusive({ actions, resources }: Statement): boolean {
  return actions?.negated === true || resources?.negated === true;
}

/** Whether the edges of needs show it already, or it is what every function's logging takes. */
function isAccountedFor(node: MapNode, service: string, actions: readonly string[], { needed }: UseReader): boolean {
  const key = node.id.slice(node.id.indexOf(':') + 1);
  if (service === 'logs' && node.detail !== 'Logs LogGroup' && (key.endsWith(':*') || key.includes('/aws/lambda/'))) return true;
  const known = needed.get(key.endsWith(':*') ? '*' : key);
  return known !== undefined && actions.every((action) => known.has(action.toLowerCase()));
}

interface Use {
  readonly value: SymbolicString;
  readonly actions: readonly string[];
  readonly node: MapNode;
}

/** One permission for all that a statement lets the function do with one thing. */
function use(grant: Grant, uses: readonly Use[], reader: UseReader): Arc {
  const { owner, places, written } = reader;
  const from = places.ofFunction(owner.fn);
  const by = toGrant(grant, owner, written);
  const verdict = verdictOfUses(grant, uses, reader);
  return {
    from,
    to: uses[0]?.node ?? from,
    permission: {
      actions: namesOf(grant.statement, uses),
      because: BECAUSE[verdict],
      verdict,
      grantedBy: verdict === 'denied' ? [] : [by],
      span: by.span ?? owner.fn.resource.nameSpan,
      fix: undefined,
    },
  };
}

function namesOf({ actions }: Statement, uses: readonly Use[]): readonly string[] {
  if (actions?.negated) return [`all but ${actions.values.map(({ value }) => display(value)).join(', ')}`];
  return [...new Set(uses.flatMap((one) => one.actions))];
}

const BECAUSE: Readonly<Record<Verdict, string>> = {
  granted: 'The execution role allows it.',
  denied: 'The execution role denies what one of its statements allows.',
  missing: 'The execution role does not allow it.',
  unknown: 'The execution role allows it under conditions that this template does not decide.',
};

/** Of a long list the first actions are asked for: the statement is one and the same. */
const MOST_ASKED = 8;

/** Nobody can be asked about everything; so what an exclusive statement allows is judged by its own conditions. */
function verdictOfUses({ statement, guard }: Grant, uses: readonly Use[], reader: UseReader): Verdict {
  if (!isExclusive(statement)) return worst(uses.map(({ actions, value }) => verdictOf(actions, value, reader)));
  const isCertain =
    statement.conditionsComplete && [guard, statement.guard, statement.conditions].every(({ length }) => length === 0);
  return isCertain ? 'granted' : 'unknown';
}

function verdictOf(actions: readonly string[], resource: SymbolicString, { owner, template }: UseReader): Verdict {
  return worst(actions.slice(0, MOST_ASKED).map((action) => mayUse(owner, action, resource, template)));
}

/** Whether the execution role lets the function do something with a resource. */
export function mayUse({ fn, role }: FunctionPermissions, action: string, resource: SymbolicString, template: Template): Verdict {
  const spelled = (value: SymbolicString): SymbolicString => canonical(value, template);
  return roleAllows({ action, resource: spelled(resource), given: fn.guard, canonical: spelled }, role).verdict;
}
