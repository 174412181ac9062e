import type { Analysis } from '../../analysis/index.ts';
import type { Resource } from '../../cloudformation/index.ts';
import type { FunctionPermissions, InvokePermission, Invoker } from '../../lambda/index.ts';
import { child, type SyntaxNode } from '../../syntax/index.ts';
import { accountOf } from '../account.ts';
import { permissionSentence } from '../describe/permission.ts';
import { grantList } from '../describe/statements.ts';
import type { HintSource, InlayHint } from './hint.ts';

/** What SAM adds behind the author's back: to the role that it makes for a function, and as Lambda permissions. */
export const impliedGrantHints: HintSource = function* ({ analysis, resources }): Generator<InlayHint> {
  const made = samPermissions(analysis);
  for (const resource of resources) {
    const owner = analysis.permissions.functions.find(({ fn }) => fn.logicalId === resource.logicalId);
    const ofEvents = owner ? owner.invokers.flatMap((invoker) => eventHint(invoker, resource, analysis)) : [];
    yield* ofEvents.map(({ hint }) => hint);
    const spoken = new Set(ofEvents.map(({ permission }) => permission.logicalId));
    const others = (made.get(resource.logicalId) ?? []).filter(({ logicalId }) => !spoken.has(logicalId));
    yield* resourceHints(resource, owner, others, analysis);
  }
};

function samPermissions({ permissions }: Analysis): ReadonlyMap<string, readonly InvokePermission[]> {
  const made = new Map<string, InvokePermission[]>();
  for (const permission of permissions.permissions) {
    if (permission.origin !== 'sam') continue;
    const { logicalId } = permission.resource;
    made.set(logicalId, [...(made.get(logicalId) ?? []), permission]);
  }
  return made;
}

/** Behind the type of an event. */
function eventHint(
  { trigger, grantedBy }: Invoker,
  resource: Resource,
  analysis: Analysis,
): readonly { readonly hint: InlayHint; readonly permission: InvokePermission }[] {
  const permission = grantedBy.find(({ origin }) => origin === 'sam');
  if (!permission || trigger.resource.logicalId !== resource.logicalId) return [];
  const { parent } = trigger.node;
  const event = parent?.kind === 'mapping' ? parent.entries.find(({ key }) => key === trigger.node)?.value : undefined;
  const at = endOf(child(event, 'Type'));
  return at === undefined ? [] : [{ hint: permissionHint(at, [permission], analysis), permission }];
}

function* resourceHints(
  { node }: Resource,
  owner: FunctionPermissions | undefined,
  made: readonly InvokePermission[],
  analysis: Analysis,
): Generator<InlayHint> {
  const at = endOf(child(node, 'Type'));
  if (at === undefined) return;
  if (owner?.role.origin === 'sam') yield* roleHint(at, owner, analysis);
  if (made.length > 0) yield permissionHint(at, made, analysis);
}

function* roleHint(at: number, { role }: FunctionPermissions, { knowledge }: Analysis): Generator<InlayHint> {
  const implied = role.grants.filter(({ source }) => source === 'sam-implicit');
  const services = [...new Set(accountOf(implied, knowledge.iam).map(({ service }) => service))];
  if (services.length > 0) yield { at, label: `SAM’s role adds ${services.join(', ')}`, tooltip: grantList(implied) };
}

/** How many logical ids a hint holds. */
const MOST_IDS = 2;

function permissionHint(at: number, made: readonly InvokePermission[], analysis: Analysis): InlayHint {
  const ids = made.map(({ logicalId }) => logicalId);
  const rest = ids.length - MOST_IDS;
  const shown = rest > 0 ? `${ids.slice(0, MOST_IDS).join(', ')} and ${rest} more` : ids.join(', ');
  return {
    at,
    label: `SAM adds ${shown}`,
    tooltip: made.map((permission) => permissionSentence(permission, analysis)).join('\n\n'),
  };
}

function endOf(node: SyntaxNode | undefined): number | undefined {
  return node?.kind === 'scalar' ? node.outerSpan.end : undefined;
}
