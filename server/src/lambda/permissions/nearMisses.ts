import { contradicts } from '../../symbolic/index.ts';
import type { InvokePermission, NearMiss, Trigger } from '../model.ts';
import { ASPECTS, type Aspect, type Call, callOf, JUDGES } from './aspects.ts';
import { type Context, grantsOf } from './grants.ts';

const MOST_DIFFERENCES = 2;

/** The permissions that lack little to let the call in, and that no other trigger depends on; the nearest first. */
export function nearMisses(call: Call, trigger: Trigger, context: Context): readonly NearMiss[] {
  return context.permissions
    .flatMap((permission): readonly NearMiss[] => {
      if (contradicts(permission.guard, trigger.guard)) return [];
      const differs = ASPECTS.filter((aspect) => JUDGES[aspect](permission, call, context.template) === 'no');
      const isNear = differs.length > 0 && differs.length <= MOST_DIFFERENCES && isClose(permission, differs, call, context);
      return isNear && !indispensable(context).has(permission) ? [{ permission, differs }] : [];
    })
    .sort((a, b) => a.differs.length - b.differs.length);
}

/** A permission that shares neither the function nor the source with the call has nothing to do with it. */
function isClose(permission: InvokePermission, differs: readonly Aspect[], call: Call, { template }: Context): boolean {
  if (!differs.includes('function')) return !(differs.includes('principal') && differs.includes('source'));
  if (differs.includes('source')) return false;
  return differs.length === 1 || (permission.sourceArn !== undefined && JUDGES.source(permission, call, template) === 'yes');
}

/** The permissions without which some trigger would not get in, for each list of permissions that was asked for. */
const known = new WeakMap<readonly InvokePermission[], ReadonlySet<InvokePermission>>();

function indispensable(context: Context): ReadonlySet<InvokePermission> {
  const before = known.get(context.permissions);
  if (before) return before;
  const needed = new Set<InvokePermission>();
  for (const trigger of context.triggers) {
    if (trigger.definition.mechanism !== 'resource-policy') continue;
    const [only, ...others] = grantsOf(callOf(trigger), trigger, context).grantedBy;
    if (only && others.length === 0) needed.add(only);
  }
  known.set(context.permissions, needed);
  return needed;
}
