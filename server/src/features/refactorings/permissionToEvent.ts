import type { Analysis } from '../../analysis/index.ts';
import {
  canonical,
  dependenciesOf,
  guardOf,
  type Resource,
  referencesIn,
  resourceAround,
  type Template,
} from '../../cloudformation/index.ts';
import type { FunctionPermissions, InvokePermission, Trigger } from '../../lambda/index.ts';
import { display } from '../../symbolic/index.ts';
import { child, entryOf, nodeAt, type SyntaxNode } from '../../syntax/index.ts';
import { addEntry, type Draft, mapping, removeEntries } from '../../syntax/write/index.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';
import { eventDraftOf } from './eventDrafts.ts';
import type { Refactoring } from './refactoring.ts';

/**
 * A permission and the trigger that it lets in become an event of the SAM function, of which SAM makes both. Only where SAM makes the
 * same: the trigger is made anew under another logical id, everything else stays.
 */
export const permissionToEvent: Refactoring = {
  kind: 'refactor.rewrite',
  *offersAt(analysis, span) {
    const { template } = analysis;
    const pair = template?.usesSam ? pairAt(analysis, span, template) : undefined;
    const event = pair && eventDraftOf(pair.trigger.resource);
    if (!template || !pair || event === undefined || !isReplaceable(pair, template)) return;
    const { owner, permission, trigger } = pair;
    yield {
      title: `Write ${trigger.resource.logicalId} and ${permission.logicalId} as an event of ${owner.fn.logicalId}`,
      edits: () => edits(pair, event, analysis),
    };
  },
};

/** A permission of the author and the only trigger that it is for. */
interface Pair {
  readonly owner: FunctionPermissions;
  readonly permission: InvokePermission;
  readonly trigger: Trigger;
}

function pairAt({ tree, permissions }: Analysis, span: Span, template: Template): Pair | undefined {
  const resource = resourceAround(nodeAt(tree, span.start), template);
  if (!resource) return undefined;
  for (const owner of permissions.functions.filter(({ fn }) => fn.isSam)) {
    const invokers = owner.invokers.filter(({ grantedBy, trigger }) =>
      [trigger.resource, ...grantedBy.map((permission) => permission.resource)].includes(resource),
    );
    const [invoker, ...others] = invokers;
    const [permission, ...more] = invoker?.grantedBy ?? [];
    if (!invoker || !permission) continue;
    return others.length === 0 && more.length === 0 && serves(permission, owner) === 1
      ? { owner, permission, trigger: invoker.trigger }
      : undefined;
  }
  return undefined;
}

function serves(permission: InvokePermission, { invokers }: FunctionPermissions): number {
  return invokers.filter(({ grantedBy }) => grantedBy.includes(permission)).length;
}

/** Whether SAM makes the same permission, under the same condition, and nothing else of the template names what goes. */
function isReplaceable({ owner, permission, trigger }: Pair, template: Template): boolean {
  const { fn } = owner;
  const conditions = [permission.guard, guardOf(trigger.resource), fn.guard].map((guard) => JSON.stringify(guard));
  return (
    permission.origin === 'template' &&
    new Set(conditions).size === 1 &&
    display(permission.action) === 'lambda:InvokeFunction' &&
    display(permission.principal) === trigger.definition.principal &&
    isSameTarget(permission, owner) &&
    isExactSource(permission, trigger, template) &&
    !isNamedElsewhere([permission.resource, trigger.resource], template)
  );
}

/** SAM lets in at the alias of `AutoPublishAlias`, where there is one. */
function isSameTarget({ target }: InvokePermission, { fn }: FunctionPermissions): boolean {
  const [own, made] = [target.qualifier, fn.autoPublishAlias];
  return own && made ? display(own) === display(made) : own === made;
}

/** An account beside an ARN that names it already adds nothing. */
function isExactSource(
  { sourceArn, sourceAccount, principalOrgId }: InvokePermission,
  trigger: Trigger,
  template: Template,
): boolean {
  if (!sourceArn || !trigger.source || principalOrgId) return false;
  if (sourceAccount && display(sourceAccount) !== '${AWS::AccountId}') return false;
  return display(canonical(sourceArn, template)) === display(canonical(trigger.source, template));
}

function isNamedElsewhere(gone: readonly Resource[], template: Template): boolean {
  const ids = gone.map(({ logicalId }) => logicalId);
  const named = (names: Iterable<string>): boolean => [...names].some((name) => ids.includes(name));
  const others = [...template.resources.values()].filter((resource) => !gone.includes(resource));
  const outputs = [...referencesIn(child(template.tree.root, 'Outputs'))].map(({ name }) => name);
  return others.some((resource) => named(dependenciesOf(resource))) || named(outputs);
}

function edits({ owner: { fn }, permission, trigger }: Pair, event: Draft, { tree, template }: Analysis): readonly TextEdit[] {
  const { properties } = fn.resource;
  const resources = template?.resourcesNode;
  const events = entryOf(properties, 'Events')?.value;
  if (!properties || !resources) return [];
  const name = eventName(trigger.resource.logicalId, events);
  const gone = [trigger.resource, permission.resource].flatMap(({ logicalId }) => entryOf(resources, logicalId) ?? []);
  const added =
    events?.kind === 'mapping'
      ? addEntry(tree, events, name, event)
      : addEntry(tree, properties, 'Events', mapping({ [name]: event }));
  return [added, ...removeEntries(tree, resources, gone)];
}

function eventName(wanted: string, events: SyntaxNode | undefined): string {
  for (let i = 1; ; i++) {
    const name = i === 1 ? wanted : `${wanted}${i}`;
    if (!child(events, name)) return name;
  }
}
