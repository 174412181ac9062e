import type { Template } from '../../cloudformation/index.ts';
import { documentFact, fact, sameItems, sameMembers } from '../../incremental/facts.ts';
import { contradicts } from '../../symbolic/index.ts';
import { functionsOf } from '../functions.ts';
import type { InvokePermission, LambdaFunction, NearMiss, Trigger } from '../model.ts';
import { triggersTo } from '../triggers/index.ts';
import { permissionsAbout } from './all.ts';
import { ASPECTS, type Aspect, type Call, callOf, JUDGES } from './aspects.ts';
import { permissionsFrom } from './bySource.ts';
import { type Context, grantsOf } from './grants.ts';

const MOST_DIFFERENCES = 2;

/** The permissions that lack little to let the call in, and that no other trigger depends on; the nearest first. */
export function nearMisses(call: Call, trigger: Trigger, context: Context): readonly NearMiss[] {
  return candidates(context.template, trigger)
    .flatMap((permission): readonly NearMiss[] => {
      if (contradicts(permission.guard, trigger.guard)) return [];
      const differs = ASPECTS.filter((aspect) => JUDGES[aspect](permission, call, context.template) === 'no');
      const isNear = differs.length > 0 && differs.length <= MOST_DIFFERENCES && isClose(permission, differs, call, context);
      return isNear && !indispensable(context.template).has(permission) ? [{ permission, differs }] : [];
    })
    .sort((a, b) => a.differs.length - b.differs.length);
}

/** Those about the function, and those that may be for the source. */
const candidates = fact((template: Template, { target, source, resource }: Trigger): readonly InvokePermission[] => {
  const fn = template.resources.get(target.logicalId ?? '');
  const about = fn ? permissionsAbout(template, fn) : [];
  const known = new Set(about);
  return [...about, ...permissionsFrom(template, source, resource.logicalId).filter((permission) => !known.has(permission))];
}, sameItems);

/** A permission that shares neither the function nor the source with the call has nothing to do with it. */
function isClose(permission: InvokePermission, differs: readonly Aspect[], call: Call, { template }: Context): boolean {
  if (!differs.includes('function')) return !(differs.includes('principal') && differs.includes('source'));
  if (differs.includes('source')) return false;
  return differs.length === 1 || (permission.sourceArn !== undefined && JUDGES.source(permission, call, template) === 'yes');
}

/** The permissions without which some trigger would not get in. */
const indispensable = documentFact(
  (template: Template): ReadonlySet<InvokePermission> =>
    new Set(functionsOf(template).flatMap((fn) => indispensableFor(template, fn))),
  sameMembers,
);

const indispensableFor = fact((template: Template, fn: LambdaFunction): readonly InvokePermission[] =>
  triggersTo(template, fn.resource)
    .filter(({ definition }) => definition.mechanism === 'resource-policy')
    .flatMap((trigger) => {
      const [only, ...others] = grantsOf(callOf(trigger), trigger, { fn, template }).grantedBy;
      return only && others.length === 0 ? [only] : [];
    }),
);
