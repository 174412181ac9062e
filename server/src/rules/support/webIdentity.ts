import type { Principal, Statement } from '../../iam/index.ts';
import { knownText } from '../../symbolic/index.ts';
import { providerHost } from './trustPrincipals.ts';

/** A web identity provider that a statement trusts, and the host that its condition keys begin with. */
export interface TrustedProvider {
  readonly principal: Principal;
  readonly host: string;
}

/** The web identity providers that a statement lets in by their tokens, as far as they are written out. */
export function trustedProviders({ effect, principals, actions }: Statement): readonly TrustedProvider[] {
  const names = actions?.values.map(({ value }) => knownText(value)?.toLowerCase()) ?? [];
  const isByToken = actions?.negated === false && names.includes('sts:assumerolewithwebidentity');
  if (effect !== 'Allow' || !isByToken || !principals || principals.negated) return [];
  return principals.principals.flatMap((principal) => {
    const host = providerHost(principal);
    return host === undefined ? [] : [{ principal, host }];
  });
}

/** The name of a condition key behind a provider's host: `sub` for `token.actions.githubusercontent.com:sub`. */
export function claimOf(key: string, host: string): string | undefined {
  const lower = key.toLowerCase();
  return lower.startsWith(`${host}:`) ? lower.slice(host.length + 1) : undefined;
}
