import { canonical, type Template } from '../../cloudformation/index.ts';
import {
  alternatives,
  concat,
  covers,
  coversIgnoringCase,
  display,
  either,
  isSame,
  knownText,
  literal,
  ofHole,
  type SymbolicString,
  type Ternary,
} from '../../symbolic/index.ts';
import type { FunctionReference, InvokePermission, NearMiss, Trigger } from '../model.ts';
import { coversExecuteApi } from './executeApi.ts';
import { isSameResource, resourceOf } from './identity.ts';

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
  action: (permission, call) => coversIgnoringCase(permission.action, literal(call.action)),
  principal: judgePrincipal,
  account: judgeAccount,
  source: judgeSource,
};

function judgeFunction({ target }: InvokePermission, call: Call): Ternary {
  const { logicalId } = call.target;
  if (target.logicalId !== undefined && logicalId !== undefined) return target.logicalId === logicalId ? 'yes' : 'no';
  return 'unknown';
}

function judgeQualifier({ target }: InvokePermission, call: Call): Ternary {
  if (target.logicalId === undefined || call.target.logicalId === undefined) return 'unknown';
  const a = target.qualifier;
  const b = call.target.qualifier;
  if (a === undefined && b === undefined) return 'yes';
  // AWS's documentation does not say how a policy of the function itself and calls of `$LATEST` go together.
  if (a === undefined || b === undefined) return knownText(a ?? b ?? literal('')) === '$LATEST' ? 'unknown' : 'no';
  return isSame(a, b) ? 'yes' : compareQualifiers(a, b);
}

/** Two version numbers that are not known may be the same; an alias is never a version. */
function compareQualifiers(a: SymbolicString, b: SymbolicString): Ternary {
  return covers(a, b);
}

function judgePrincipal(permission: InvokePermission, call: Call, template: Template): Ternary {
  if (permission.principalOrgId) return 'unknown';
  const principal = canonical(permission.principal, template);
  return either(alternatives(principal).map((one) => matchesPrincipal(one, call.principal)));
}

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
  const pattern = withPartition(canonical(permission.sourceArn, template));
  if (knownText(pattern) === '*') return 'yes';
  if (!call.source) return 'unknown';
  const resource = resourceOf(permission.sourceArn, template);
  const caller = resource === undefined ? undefined : resourceOf(call.source, template, call.resource);
  const same = resource === undefined || caller === undefined ? 'unknown' : isSameResource(resource, caller, template);
  if (same !== 'unknown') return same;
  const source = withPartition(call.source);
  return differEarly(pattern, source) ? 'no' : coversExecuteApi(pattern, source);
}

const PARTITION: SymbolicString = ofHole({ kind: 'pseudo', name: 'AWS::Partition' });

/** A literal partition as the pseudo parameter: a template is only ever deployed to the partition that it names. */
function withPartition(value: SymbolicString): SymbolicString {
  const [first, ...rest] = value.parts;
  const found = first?.kind === 'text' ? /^arn:aws(?:-[a-z-]+)?:/.exec(first.text) : null;
  if (first?.kind !== 'text' || !found) return value;
  const others = rest.map((part) => (part.kind === 'text' ? part.text : ofHole(part.hole)));
  return concat(['arn:', PARTITION, ':', first.text.slice(found[0].length), ...others], value.origin);
}

/** A cheap look at the beginnings: whether the two differ in a character before anything in them is open. */
function differEarly(pattern: SymbolicString, source: SymbolicString): boolean {
  for (const [i, part] of pattern.parts.entries()) {
    const other = source.parts[i];
    if (part.kind === 'hole' || other?.kind !== 'text') {
      if (
        part.kind === 'hole' &&
        other?.kind === 'hole' &&
        display({ ...pattern, parts: [part] }) === display({ ...source, parts: [other] })
      )
        continue;
      return false;
    }
    if (part.text !== other.text) return textsDiffer(part.text, other.text);
  }
  return false;
}

function textsDiffer(pattern: string, text: string): boolean {
  const length = Math.min(pattern.length, text.length);
  for (let i = 0; i < length; i++) {
    const character = pattern[i];
    if (character === '*' || character === '?' || text[i] === '*') return false;
    if (character !== text[i]) return true;
  }
  return false;
}
