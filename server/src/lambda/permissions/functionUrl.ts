import { evaluate, propertyAt, type Template } from '../../cloudformation/index.ts';
import { knownText } from '../../symbolic/index.ts';
import type { InvokePermission, Invoker, NearMiss, Trigger, Verdict } from '../model.ts';
import { type Call, callOf } from './aspects.ts';
import { type Context, grantsOf, verdictOf } from './grants.ts';
import { nearMisses } from './nearMisses.ts';

/** Both are needed since October 2025. Source: https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html */
const URL_ACTIONS = ['lambda:InvokeFunctionUrl', 'lambda:InvokeFunction'] as const;

const ORDER: readonly Verdict[] = ['denied', 'missing', 'unknown', 'granted'];

/** The verdict on a function URL, or on CloudFront in front of one: two permissions, one for each action. */
export function urlInvoker(trigger: Trigger, context: Context): Invoker {
  const calls = URL_ACTIONS.map((action) => urlCall(trigger, action));
  const isUsable = (permission: InvokePermission): boolean => suits(permission, trigger, context);
  const grants = calls.map((call) => grantsOf(call, trigger, context, isUsable));
  const verdicts = calls.map((call, i) => verdictOf(grants[i]?.answer ?? 'unknown', call, trigger, context));
  const worst = ORDER.find((one) => verdicts.includes(one)) ?? 'unknown';
  const verdict = worst === 'missing' && !isCertainlyNeeded(trigger, context.template) ? 'unknown' : worst;
  const grantedBy = [...new Set(grants.flatMap((grant) => grant.grantedBy))];
  const missed = calls.flatMap((call, i) => (grants[i]?.answer === 'no' ? nearMisses(call, trigger, context) : []));
  return {
    trigger,
    verdict,
    grantedBy,
    nearMisses: verdict === 'missing' ? nearestOfEach(missed, grantedBy) : [],
  };
}

/** A permission for the one action is no near miss for the other. */
function nearestOfEach(misses: readonly NearMiss[], grantedBy: readonly InvokePermission[]): readonly NearMiss[] {
  const nearest = new Map<InvokePermission, NearMiss>();
  for (const miss of misses) {
    const other = nearest.get(miss.permission);
    if (!grantedBy.includes(miss.permission) && !(other && other.differs.length <= miss.differs.length))
      nearest.set(miss.permission, miss);
  }
  return [...nearest.values()];
}

function urlCall(trigger: Trigger, action: string): Call {
  return { ...callOf(trigger), action, viaFunctionUrl: true };
}

/** A permission for URLs of the other authentication type does not count. */
function suits({ functionUrlAuthType }: InvokePermission, trigger: Trigger, { template }: Context): boolean {
  const permitted = functionUrlAuthType && knownText(functionUrlAuthType);
  const own = authTypeOf(trigger, template);
  return permitted === undefined || own === undefined || permitted.toUpperCase() === own;
}

/** Only a URL that certainly is public needs its permissions; CloudFront always does. */
function isCertainlyNeeded(trigger: Trigger, template: Template): boolean {
  return trigger.definition.id !== 'function-url' || authTypeOf(trigger, template) === 'NONE';
}

/** `NONE` or `AWS_IAM`; `undefined` when it is not known. */
function authTypeOf({ definition, resource }: Trigger, template: Template): string | undefined {
  if (definition.id !== 'function-url') return 'AWS_IAM';
  const path = resource.type === 'AWS::Lambda::Url' ? ['AuthType'] : ['FunctionUrlConfig', 'AuthType'];
  const node = propertyAt(template, resource, ...path);
  return node && knownText(evaluate(node, { template }))?.toUpperCase();
}
