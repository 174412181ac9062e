import type { FunctionPermissions, InvokePermission, Invoker, TriggerDefinition } from '../../lambda/index.ts';
import { display } from '../../symbolic/index.ts';
import type { Arc, MapGrant, MapNode } from './model.ts';
import type { Places } from './places.ts';
import type { Scene } from './scene.ts';

/** Who calls the function as itself or with a role of its own. Sources that Lambda polls are the execution role's affair. */
export function* invocationsOf(owner: FunctionPermissions, scene: Scene): Generator<Arc> {
  const to = scene.places.ofFunction(owner.fn);
  for (const invoker of owner.invokers) {
    if (invoker.trigger.definition.mechanism !== 'poll') yield invocation(invoker, to, scene);
  }
  const serving = new Set(owner.invokers.flatMap(({ grantedBy }) => grantedBy));
  for (const permission of scene.permissions.permissions) {
    if (permission.target.logicalId !== owner.fn.logicalId || serving.has(permission)) continue;
    yield standing(permission, to, scene.places);
  }
}

function invocation(invoker: Invoker, to: MapNode, { places, fixAt }: Scene): Arc {
  const { trigger, verdict, grantedBy, callerRole } = invoker;
  const roleGrants = verdict === 'granted' ? (callerRole?.by ?? []) : [];
  const roleLabels = [...new Set(roleGrants.map(({ label }) => label))];
  const { definition, span } = trigger;
  return {
    from: callerOf(invoker, places),
    to,
    permission: {
      actions: ['lambda:InvokeFunction'],
      because: `${definition.title}: ${conditionOf(definition)}`,
      verdict,
      grantedBy: [
        ...grantedBy.map(grantOf),
        ...roleLabels.map((label) => ({ label, implicit: callerRole?.origin === 'sam', span: callerRole?.owner.nameSpan })),
      ],
      span,
      fix: verdict === 'granted' ? undefined : fixAt(span, to.label)?.title,
    },
  };
}

/** What must be so that the service can call. */
function conditionOf({ mechanism, principal, reason }: TriggerDefinition): string {
  if (mechanism === 'resource-policy')
    return `the function’s resource-based policy must let ${principal === '*' ? 'everybody' : (principal ?? 'the caller')} invoke it.`;
  if (mechanism === 'caller-role') return 'the role that the service calls with must allow lambda:InvokeFunction.';
  return reason ?? 'nothing is needed.';
}

/** The resource whose events they are, else the one that holds the trigger, else the SAM event by its name. */
function callerOf({ trigger }: Invoker, places: Places): MapNode {
  const { source, resource, name, span, definition, target } = trigger;
  const service = definition.principal?.split('.')[0] ?? '';
  const isEvent = resource.logicalId === target.logicalId;
  const named = source && places.resourceOf(source);
  if (named && named.logicalId !== target.logicalId) return places.ofResource(named, 'source');
  if (!isEvent) return places.ofResource(resource, 'source');
  const made = source && places.ofValue(source, 'source', service, span);
  if (made?.detail.endsWith('made by SAM')) return made;
  return { id: `source:${name}`, column: 'source', label: name.replace(/^.*\.Events\./, ''), detail: definition.title, span };
}

/** A permission that no trigger of this template needs: for somebody elsewhere. */
function standing(permission: InvokePermission, to: MapNode, places: Places): Arc {
  const { principal, sourceArn, action, resource } = permission;
  const who = display(principal);
  const named = sourceArn && places.resourceOf(sourceArn);
  const from: MapNode =
    named && named.logicalId !== to.label
      ? places.ofResource(named, 'source')
      : {
          id: `source:${who}`,
          column: 'source',
          label: who === '*' ? 'Everybody' : who,
          detail: 'Caller outside this template',
          span: resource.nameSpan,
        };
  const because = sourceArn
    ? `The permission lets it call for ${display(sourceArn)}.`
    : 'The permission lets it call, whatever the source.';
  return {
    from,
    to,
    permission: {
      actions: [display(action)],
      because,
      verdict: 'granted',
      grantedBy: [grantOf(permission)],
      span: resource.nameSpan,
      fix: undefined,
    },
  };
}

function grantOf({ logicalId, origin, resource }: InvokePermission): MapGrant {
  return { label: logicalId, implicit: origin === 'sam', span: origin === 'sam' ? undefined : resource.nameSpan };
}
