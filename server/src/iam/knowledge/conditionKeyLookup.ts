import { once, remember } from '../../incremental/once.ts';
import type { ConditionKeyInfo, IamKnowledge } from '../knowledge.ts';
import { findConditionKey } from './conditionKeys.ts';
import type { Head, HeadService } from './head.ts';
import { parseConditionKeys, type ServiceDetails } from './serviceDetails.ts';

/** The lookups of condition keys. Federated keys (`accounts.google.com:aud`) are described by AWS STS. */
export function createConditionKeyLookup(
  head: Head,
  details: (service: HeadService) => ServiceDetails,
  readDetails: (start: number, end: number) => string,
): Pick<IamKnowledge, 'conditionKey' | 'conditionKeys' | 'globalConditionKeys'> {
  const globalKeys = once(() => parseConditionKeys(readDetails(head.global.start, head.global.end)));
  const keysOf = remember((prefix: string) => {
    const service = head.services.get(prefix);
    return service
      ? details(service)
          .conditionKeys()
          .map((key) => described(key, globalKeys()))
      : [];
  });
  const find = remember((key: string): ConditionKeyInfo | undefined => {
    const tables = [globalKeys(), ...ownersOf(head, key).map(keysOf)];
    return tables.map((table) => findConditionKey(table, key)).find((found) => found !== undefined);
  });
  return { conditionKey: find, conditionKeys: (service) => keysOf(service.toLowerCase()), globalConditionKeys: globalKeys };
}

/** Keys that every service knows are described once. */
function described(key: ConditionKeyInfo, globalKeys: readonly ConditionKeyInfo[]): ConditionKeyInfo {
  return key.type === '' ? (globalKeys.find((other) => other.key === key.key) ?? key) : key;
}

function ownersOf(head: Head, key: string): readonly string[] {
  const prefix = key.slice(0, Math.max(0, key.indexOf(':'))).toLowerCase();
  if (prefix === 'aws') return [];
  const borrowed = head.keyOwners().get(prefix) ?? [];
  if (head.services.has(prefix)) return [prefix, ...borrowed];
  // The names of identity providers may have a variable part of their own.
  return borrowed.length === 0 && prefix.includes('.') ? ['sts'] : borrowed;
}
