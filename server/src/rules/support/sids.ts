import type { PolicySite } from '../../policies/index.ts';
import { knownText } from '../../symbolic/index.ts';

/** Whether IAM itself keeps the policy: then a Sid has letters and digits only, and stands once. Other services are laxer. */
export function isKeptByIam({ kind, owner }: PolicySite): boolean {
  if (kind !== 'identity' && kind !== 'trust') return false;
  return owner === undefined || /^AWS::(IAM|Serverless)::/.test(owner.type);
}

/** A Sid like the wanted one that no statement of the policy has yet. */
export function freshSid(wanted: string, { document }: PolicySite): string {
  const taken = new Set(document.statements.map(({ sid }) => sid && knownText(sid)));
  for (let i = 1; ; i++) {
    const sid = i === 1 ? wanted : `${wanted}${i}`;
    if (!taken.has(sid)) return sid;
  }
}
