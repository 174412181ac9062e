import { concat, display, knownText, literal, not, ofHole, type SymbolicString, type Ternary } from '../symbolic/index.ts';
import { coversArn } from './arnMatch.ts';
import { anyValue, type MatchOptions } from './clauses.ts';
import type { Principal, PrincipalClause } from './policy.ts';

/** Who makes a request: `Service` and `lambda.amazonaws.com`, `AWS` and a role's ARN. */
export interface Requester {
  readonly type: string;
  readonly value: SymbolicString;
}

/**
 * Whether `Principal` or `NotPrincipal` matches the requester. Services have one name in all partitions:
 * `lambda.${AWS::URLSuffix}` is `lambda.amazonaws.com`.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function matchesPrincipal(clause: PrincipalClause, requester: Requester, options: MatchOptions = {}): Ternary {
  const { canonical = (value) => value, given = [] } = options;
  const target = { ...requester, value: canonical(requester.value) };
  const answer = anyValue({ values: clause.principals, complete: clause.complete }, given, (principal) =>
    isRequester({ ...principal, value: canonical(principal.value) }, target),
  );
  return clause.negated ? not(answer) : answer;
}

function isRequester(principal: Principal, requester: Requester): Ternary {
  const text = knownText(principal.value);
  // `"*"` and `{"AWS": "*"}` are the same in a policy that has a principal: everybody.
  if (text === '*' && (principal.type === '*' || principal.type === 'AWS')) return 'yes';
  if (principal.type !== requester.type) return principal.type === '' ? 'unknown' : 'no';
  if (text === '*') return 'yes';
  if (requester.type === 'Service') return isService(serviceName(principal.value), serviceName(requester.value));
  return requester.type === 'AWS' ? isIdentity(principal.value, requester.value) : equals(principal.value, requester.value);
}

/** Equality of the texts: stars have no meaning in a principal. */
function equals(a: SymbolicString, b: SymbolicString): Ternary {
  return knownText(a)?.includes('*') ? 'unknown' : coversArn(a, b);
}

/** The name with the domain of the partition written as everywhere else. */
function serviceName(value: SymbolicString): SymbolicString {
  const pieces = value.parts.map((part) => {
    if (part.kind === 'text') return part.text;
    return part.hole.kind === 'pseudo' && part.hole.name === 'AWS::URLSuffix' ? 'amazonaws.com' : ofHole(part.hole);
  });
  const whole = concat(pieces, value.origin);
  const text = knownText(whole);
  return text === undefined
    ? whole
    : literal(text.toLowerCase().replace(/\.amazonaws\.com\.cn$/, '.amazonaws.com'), value.origin);
}

const REGION = /\.(?:\$\{AWS::Region\}|[a-z]{2}(?:-[a-z]+)+-\d)\.amazonaws\.com$/;

/** A regional name (`logs.eu-west-1.amazonaws.com`) lets some services in that have a global one, too. */
function isService(name: SymbolicString, requester: SymbolicString): Ternary {
  const withoutRegion = display(name).replace(REGION, '.amazonaws.com');
  return display(name) !== withoutRegion && withoutRegion === display(requester) ? 'unknown' : equals(name, requester);
}

const ACCOUNT = /^(?:\d{12}|\$|arn:[^:]*:iam::[^:]*:root)$/;

/** An account as a principal leaves it to the account's own policies who of it may. */
function isIdentity(principal: SymbolicString, requester: SymbolicString): Ternary {
  const isAccount = ACCOUNT.test(display(principal).replaceAll(/\$\{[^}]*\}/g, () => '$'));
  const answer = equals(principal, requester);
  return isAccount && answer === 'no' ? 'unknown' : answer;
}
