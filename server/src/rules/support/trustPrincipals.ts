import type { Analysis } from '../../analysis/index.ts';
import type { Principal } from '../../iam/index.ts';
import { display, knownText, onlyHole } from '../../symbolic/index.ts';

/** How somebody may assume a role: with AWS credentials, a SAML assertion, or a token of a web identity provider. */
export type WayIn = 'aws' | 'saml' | 'web-identity';

/**
 * Identity providers that need no resource in IAM.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-federated-web-identity
 */
export const BUILT_IN_PROVIDERS: readonly string[] = [
  'accounts.google.com',
  'cognito-identity.amazonaws.com',
  'graph.facebook.com',
  'www.amazon.com',
];

export const GITHUB = 'token.actions.githubusercontent.com';

/** The ways in that a principal may use; `undefined` where that is not known. */
export function wayOf({ type, value }: Principal, analysis: Analysis): WayIn | undefined {
  if (type === 'AWS' || type === 'Service' || type === 'CanonicalUser') return 'aws';
  if (type !== 'Federated') return undefined;
  const text = display(value);
  if (text.includes(':saml-provider/')) return 'saml';
  if (text.includes(':oidc-provider/') || BUILT_IN_PROVIDERS.includes(text)) return 'web-identity';
  const hole = onlyHole(value);
  const resource = hole?.kind === 'attribute' ? analysis.template?.resources.get(hole.logicalId)?.type : undefined;
  if (resource === 'AWS::IAM::SAMLProvider') return 'saml';
  return resource === 'AWS::IAM::OIDCProvider' ? 'web-identity' : undefined;
}

/** The host of a web identity provider, with which its condition keys begin; `undefined` where it is not written out. */
export function providerHost({ type, value }: Principal): string | undefined {
  if (type !== 'Federated') return undefined;
  const text = knownText(value);
  if (text !== undefined && BUILT_IN_PROVIDERS.includes(text)) return text;
  const [, host] = /:oidc-provider\/(.+)$/.exec(display(value)) ?? [];
  return host?.includes('${') ? undefined : host?.toLowerCase();
}
