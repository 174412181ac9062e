import type { Invoker, Trigger, Verdict } from '../model.ts';
import { triggersTo } from '../triggers/index.ts';
import { callOf } from './aspects.ts';
import { callerRoleInvoker } from './callerRole.ts';
import { urlInvoker } from './functionUrl.ts';
import { generatedRoleInvoker } from './generatedRole.ts';
import { type Context, grantsOf, verdictOf } from './grants.ts';
import { nearMisses } from './nearMisses.ts';

/**
 * For each trigger of a function whether it may call, by the permissions of the template and SAM's, or by the role it calls with.
 * `missing` is certain; `unknown` where a permission may match, or where something that cannot be seen may grant it. A function URL needs
 * two permissions: `missing` with something in `grantedBy` means that one of them is there.
 */
export function invokersOf(context: Context): readonly Invoker[] {
  return triggersTo(context.template, context.fn.resource).map((trigger) => invokerOf(trigger, context));
}

/** Where Lambda polls, the needs of the execution role are judged instead. */
const NOTHING_TO_GRANT: Verdict = 'granted';

function invokerOf(trigger: Trigger, context: Context): Invoker {
  const { mechanism, id } = trigger.definition;
  if (mechanism === 'caller-role') return callerRoleInvoker(trigger, context);
  if (mechanism !== 'resource-policy')
    return generatedRoleInvoker(trigger, context) ?? { trigger, verdict: NOTHING_TO_GRANT, grantedBy: [], nearMisses: [] };
  if (id === 'function-url' || id === 'cloudfront-oac-function-url') return urlInvoker(trigger, context);
  const call = callOf(trigger);
  const { answer, grantedBy } = grantsOf(call, trigger, context);
  const verdict = verdictOf(answer, call, trigger, context);
  return { trigger, verdict, grantedBy, nearMisses: verdict === 'missing' ? nearMisses(call, trigger, context) : [] };
}
