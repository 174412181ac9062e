import { canonical, type Template } from '../../cloudformation/index.ts';
import { fact } from '../../incremental/facts.ts';
import {
  alternatives,
  covers,
  coversIgnoringCase,
  display,
  either,
  knownText,
  literal,
  type SymbolicString,
  type Ternary,
} from '../../symbolic/index.ts';
import { functionName } from '../functions.ts';
import type { FunctionReference, InvokePermission, NearMiss, Trigger } from '../model.ts';
import { coversSource, isSameResource, sourceOf } from './source.ts';

/** What a permission must agree on with a caller. */
export type Aspect = NearMiss['differs'][number];

/** Someone who calls a function, as the function's policy sees it. */
export interface Call {
  readonly action: string;
  /** The service principal, `*` for anybody; may hold `${AWS::Region}` and the like. */
  readonly principal: string;
  readonly target: FunctionReference;
  readonly source: SymbolicString | undefined;
  /** The logical id of the resource that the call comes from, where several have the source's name. */
  readonly resource: string;
  readonly viaFunctionUrl: boolean;
}

/** What a service sends when it calls for a trigger. */
export function callOf(trigger: Trigger): Call {
  return {
    action: 'lambda:InvokeFunction',
    principal: trigger.definition.principal ?? '*',
    target: trigger.target,
    source: trigger.source,
    resource: trigger.resource.logicalId,
    viaFunctionUrl: false,
  };
}

/** The aspects, those first that are cheap to judge and rule out most. */
export const ASPECTS: readonly Aspect[] = ['function', 'qualifier', 'action', 'principal', 'account', 'source'];

type Judge = (permission: InvokePermission, call: Call, template: Template) => Ternary;

/** How each aspect is judged. `unknown` where the template leaves it open. */
export const JUDGES: Readonly<Record<Aspect, Judge>> = {
  function: judgeFunction,
  qualifier: judgeQualifier,
  action: (permission, call) =>
    remembered(permission, call.action, () => coversIgnoringCase(permission.action, literal(call.action))),
  principal: judgePrincipal,
  account: judgeAccount,
  source: judgeSource,
};

/** The same few actions and principals are asked for again and again. */
const answers = new WeakMap<object, Map<string, Ternary>>();

/** @param judge may ask nothing but what hangs on the `asked` object alone */
function remembered(asked: object, question: string, judge: () => Ternary): Ternary {
  const known = answers.get(asked) ?? new Map<string, Ternary>();
  const answer = known.get(question) ?? judge();
  known.set(question, answer);
  answers.set(asked, known);
  return answer;
}

function judgeFunction({ target }: InvokePermission, call: Call): Ternary {
  const { logicalId } = call.target;
  if (target.logicalId !== undefined && logicalId !== undefined) return target.logicalId === logicalId ? 'yes' : 'no';
  const [permitted, called] = [functionName(target.value), functionName(call.target.value)];
  // Two names may be one where something in them is open, but never otherwise.
  return permitted && called && covers(permitted, called) === 'no' ? 'no' : 'unknown';
}

function judgeQualifier({ target }: InvokePermission, call: Call): Ternary {
  if (target.logicalId === undefined || call.target.logicalId === undefined) return 'unknown';
  const a = target.qualifier;
  const b = call.target.qualifier;
  if (a === undefined && b === undefined) return 'yes';
  // AWS's documentation does not say how a policy of the function itself and calls of `$LATEST` go together.
  if (a === undefined || b === undefined) return knownText(a ?? b ?? literal('')) === '$LATEST' ? 'unknown' : 'no';
  return covers(a, b);
}

function judgePrincipal(permission: InvokePermission, call: Call, template: Template): Ternary {
  if (permission.principalOrgId) return 'unknown';
  const permitted = permittedPrincipals(template, permission);
  return remembered(permitted, call.principal, () => either(permitted.map((one) => matchesPrincipal(one, call.principal))));
}

const permittedPrincipals = fact((template: Template, { principal }: InvokePermission) =>
  alternatives(canonical(principal, template)),
);

function matchesPrincipal(permitted: SymbolicString, caller: string): Ternary {
  const text = normalPrincipal(display(permitted));
  if (text === '*' || text === normalPrincipal(caller)) return 'yes';
  if (knownText(permitted) === undefined && hasFreePart(permitted)) return 'unknown';
  return 'no';
}

/** A service's principal is the same in every Region and under every domain: `logs.eu-west-1.amazonaws.com`, `s3.${AWS::URLSuffix}`. */
function normalPrincipal(principal: string): string {
  return principal
    .trim()
    .replace('${AWS::URLSuffix}', 'amazonaws.com')
    .replace(/\.(?:\$\{AWS::Region\}|[a-z]{2}(?:-[a-z]+)+-\d)\.amazonaws\.com/, '.amazonaws.com')
    .replace(/\.amazonaws\.com\.cn$/, '.amazonaws.com')
    .replace(/^arn:aws[^:]*:/, 'arn:${AWS::Partition}:')
    .toLowerCase();
}

/** Whether something else than the Region, the partition and the domain is open. */
function hasFreePart(value: SymbolicString): boolean {
  return value.parts.some((part) => part.kind === 'hole' && part.hole.kind !== 'pseudo');
}

function judgeAccount(permission: InvokePermission, call: Call, template: Template): Ternary {
  const hasUrlCondition = permission.invokedViaFunctionUrl === true || permission.functionUrlAuthType !== undefined;
  if (hasUrlCondition && !call.viaFunctionUrl) return 'no';
  if (permission.eventSourceToken && !/^alexa-/.test(call.principal)) return 'unknown';
  if (!permission.sourceAccount) return 'yes';
  const account = canonical(permission.sourceAccount, template);
  return display(account) === '${AWS::AccountId}' ? 'yes' : 'unknown';
}

function judgeSource(permission: InvokePermission, call: Call, template: Template): Ternary {
  if (!permission.sourceArn) return 'yes';
  const permitted = sourceOf(permission.sourceArn, template);
  if (permitted.key === '*') return 'yes';
  if (!call.source) return 'unknown';
  const presented = sourceOf(call.source, template, call.resource);
  const { resource } = permitted;
  if (resource !== undefined && presented.resource !== undefined) {
    const same = isSameResource(resource, presented.resource, template);
    if (same !== 'unknown') return same;
  }
  return coversSource(permitted, presented);
}
