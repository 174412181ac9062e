import type { Template } from '../../cloudformation/index.ts';
import { contradicts, every, follows, type Ternary } from '../../symbolic/index.ts';
import type { InvokePermission, Invoker, LambdaFunction, NearMiss, Trigger, Verdict } from '../model.ts';
import { type Aspect, type Call, callOf, JUDGES } from './aspects.ts';
import { urlInvoker } from './functionUrl.ts';
import { mayGrantElsewhere } from './unseen.ts';

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

/** What the verdicts on one function's triggers are reached with. */
export interface Context {
  readonly fn: LambdaFunction;
  readonly template: Template;
  /** All triggers and permissions of the template. */
  readonly triggers: readonly Trigger[];
  readonly permissions: readonly InvokePermission[];
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
  const { answer, grantedBy } = grantsOf(callOf(trigger), trigger, context);
  const verdict = verdictOf(answer, context);
  return { trigger, verdict, grantedBy, nearMisses: verdict === 'missing' ? nearMisses(callOf(trigger), trigger, context) : [] };
}

export function verdictOf(answer: Ternary, context: Context): Verdict {
  if (answer === 'yes') return 'granted';
  return answer === 'no' && !mayGrantElsewhere(context.fn, context.template) ? 'missing' : 'unknown';
}

/** Whether some permission lets the call in, and which do for certain. */
export function grantsOf(
  call: Call,
  trigger: Trigger,
  { permissions, template }: Context,
): { readonly answer: Ternary; readonly grantedBy: readonly InvokePermission[] } {
  const grantedBy: InvokePermission[] = [];
  let answer: Ternary = 'no';
  for (const permission of permissions) {
    const one = permits(permission, call, trigger, template);
    if (one === 'yes') grantedBy.push(permission);
    if (one === 'unknown') answer = 'unknown';
  }
  return { answer: grantedBy.length > 0 ? 'yes' : answer, grantedBy };
}

const ASPECTS: readonly Aspect[] = ['function', 'qualifier', 'action', 'principal', 'account', 'source'];

function permits(permission: InvokePermission, call: Call, trigger: Trigger, template: Template): Ternary {
  if (contradicts(permission.guard, trigger.guard)) return 'no';
  const answers: Ternary[] = [];
  for (const aspect of ASPECTS) {
    const answer = JUDGES[aspect](permission, call, template);
    if (answer === 'no') return 'no';
    answers.push(answer);
  }
  // A permission under a condition of its own may be missing where the trigger is there.
  return every([...answers, follows(permission.guard, trigger.guard) ? 'yes' : 'unknown']);
}

const MOST_DIFFERENCES = 2;

/** The permissions that lack little and serve nothing else. */
export function nearMisses(call: Call, trigger: Trigger, context: Context): readonly NearMiss[] {
  return context.permissions
    .flatMap((permission): readonly NearMiss[] => {
      if (contradicts(permission.guard, trigger.guard)) return [];
      const differs = ASPECTS.filter((aspect) => JUDGES[aspect](permission, call, context.template) === 'no');
      if (differs.length === 0 || differs.length > MOST_DIFFERENCES || !isClose(permission, differs, call, context)) return [];
      return serves(permission, context) ? [] : [{ permission, differs }];
    })
    .sort((a, b) => a.differs.length - b.differs.length);
}

/** A permission that shares neither the function nor the source with the call has nothing to do with it. */
function isClose(permission: InvokePermission, differs: readonly Aspect[], call: Call, { template }: Context): boolean {
  if (!differs.includes('function')) return !(differs.includes('principal') && differs.includes('source'));
  const hasSource = permission.sourceArn !== undefined && JUDGES.source(permission, call, template) === 'yes';
  return hasSource || (differs.length === 1 && permission.sourceArn === undefined);
}

/** Whether the permission lets in some other trigger of the template. */
function serves(permission: InvokePermission, { triggers, template }: Context): boolean {
  return triggers.some(
    (trigger) =>
      trigger.definition.mechanism === 'resource-policy' && permits(permission, callOf(trigger), trigger, template) === 'yes',
  );
}
