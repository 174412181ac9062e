import type { Template } from '../../cloudformation/index.ts';
import type { InvokePermission, Invoker, LambdaFunction, Trigger, Verdict } from '../model.ts';
import { callOf } from './aspects.ts';
import { urlInvoker } from './functionUrl.ts';
import { type Context, grantsOf, verdictOf } from './grants.ts';
import { nearMisses } from './nearMisses.ts';

/**
 * For each trigger of a function whether it may call, by the permissions of the template and SAM's. `missing` is certain; `unknown`
 * where a permission may match, or where something that cannot be seen may grant it. A function URL needs two permissions: `missing`
 * with something in `grantedBy` means that one of them is there. What calls with a role of its own is left `unknown`.
 */
export function invokersOf(
  fn: LambdaFunction,
  triggers: readonly Trigger[],
  permissions: readonly InvokePermission[],
  template: Template,
): readonly Invoker[] {
  const context: Context = { fn, template, triggers, permissions };
  return triggers.filter(({ target }) => target.logicalId === fn.logicalId).map((trigger) => invokerOf(trigger, context));
}

const BY_MECHANISM: Readonly<Record<Exclude<Trigger['definition']['mechanism'], 'resource-policy'>, Verdict>> = {
  'caller-role': 'unknown',
  // The needs of the execution role are judged where Lambda polls.
  poll: 'granted',
  none: 'granted',
};

function invokerOf(trigger: Trigger, context: Context): Invoker {
  const { mechanism, id } = trigger.definition;
  if (mechanism !== 'resource-policy') return { trigger, verdict: BY_MECHANISM[mechanism], grantedBy: [], nearMisses: [] };
  if (id === 'function-url' || id === 'cloudfront-oac-function-url') return urlInvoker(trigger, context);
  const call = callOf(trigger);
  const { answer, grantedBy } = grantsOf(call, trigger, context);
  const verdict = verdictOf(answer, call, trigger, context);
  return { trigger, verdict, grantedBy, nearMisses: verdict === 'missing' ? nearMisses(call, trigger, context) : [] };
}
