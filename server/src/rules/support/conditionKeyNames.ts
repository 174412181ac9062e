import { closestServices, type IamKnowledge } from '../../iam/index.ts';
import { nearest } from '../../text/nearest.ts';

/** What there is to say of the name of a condition key; `unseen` where the data cannot tell. */
export type KeyJudgement =
  | { readonly verdict: 'known' | 'unseen' }
  | { readonly verdict: 'unknown'; readonly suggestion: string | undefined };

/**
 * Keys that AWS sends although its reference does not list them.
 * Sources: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalorgid (the
 * organization’s management account, used in the managed policy AWSSSOServiceRolePolicy),
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html (`aws:ARN`, no longer supported)
 */
const UNLISTED: ReadonlySet<string> = new Set(['aws:principalorgmasteraccountid', 'aws:arn']);

/** Judges a key that has the form `service:key`. Names of identity providers, and what only a macro fills in, are not judged. */
export function judgeConditionKey(key: string, iam: IamKnowledge): KeyJudgement {
  const colon = key.indexOf(':');
  const prefix = key.slice(0, Math.max(colon, 0)).toLowerCase();
  if (prefix === '' || /[.${}<>]/.test(prefix) || /[${}<>]/.test(key) || key.includes('Fn::')) return { verdict: 'unseen' };
  if (UNLISTED.has(key.toLowerCase()) || iam.conditionKey(key)) return { verdict: 'known' };
  const names = namesOf(prefix, iam);
  if (names.length === 0) return unknownService(key, prefix, iam);
  const [head, rest] = cut(key);
  // The reference describes some tag keys by an example of a tag.
  const isExampleOf = (name: string): boolean => rest !== '' && name.toLowerCase().startsWith(`${head.toLowerCase()}/`);
  // `aws:ResourceTag` without a tag is a mistake of another kind.
  const lacksRest = (name: string): boolean =>
    rest === '' && name.toLowerCase().startsWith(`${key.toLowerCase().replace(/\/$/, '')}/`);
  if (names.some((name) => isExampleOf(name) || lacksRest(name)) || key.endsWith('/')) return { verdict: 'known' };
  return { verdict: 'unknown', suggestion: closestKey(key, names) };
}

function namesOf(prefix: string, iam: IamKnowledge): readonly string[] {
  const keys = prefix === 'aws' ? iam.globalConditionKeys() : iam.conditionKeys(prefix);
  return keys.map(({ key }) => key).filter((key) => key.toLowerCase().startsWith(`${prefix}:`));
}

/** A key of a service that does not exist; one of a service without keys of its own cannot be judged by its name. */
function unknownService(key: string, prefix: string, iam: IamKnowledge): KeyJudgement {
  if (iam.service(prefix) || prefix === 'saml') return { verdict: 'unseen' };
  const name = key.slice(prefix.length);
  const meant = closestServices(iam, prefix, 3).find((service) => iam.conditionKey(service + name));
  return { verdict: 'unknown', suggestion: meant === undefined ? undefined : meant + name };
}

/** The key up to its first slash, and the tag or path from there on. */
function cut(key: string): readonly [head: string, rest: string] {
  const slash = key.indexOf('/');
  return slash < 0 ? [key, ''] : [key.slice(0, slash), key.slice(slash)];
}

function closestKey(key: string, names: readonly string[]): string | undefined {
  const [head, rest] = cut(key);
  const heads = names.map(cut).flatMap(([otherHead, otherRest]) => ((rest === '') === (otherRest === '') ? [otherHead] : []));
  const meant = nearest(head, heads, mostSlips);
  return meant === undefined ? undefined : meant + rest;
}

/** Two slips of the pen in a name of some length, one in a short one. */
function mostSlips(head: string): number {
  return head.slice(head.indexOf(':') + 1).length >= 6 ? 2 : 1;
}
