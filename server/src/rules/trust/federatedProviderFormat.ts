import { textSpan } from '../../analysis/index.ts';
import type { Principal } from '../../iam/index.ts';
import { knownText } from '../../symbolic/index.ts';
import { defineRule } from '../rule.ts';
import { type PlacedStatement, policySubject, statementsOf } from '../support/policyWalk.ts';
import { BUILT_IN_PROVIDERS } from '../support/trustPrincipals.ts';

interface Found extends PlacedStatement {
  readonly principal: Principal;
  readonly text: string;
}

/** A federated principal that is no identity provider. */
export const federatedProviderFormat = defineRule<Found>({
  id: 'federated-provider-format',
  severity: 'error',
  outcome: 'deploy-fails',
  docs: {
    summary: 'A federated principal is not an identity provider.',
    why:
      'A federated principal is the ARN of a SAML or OpenID Connect provider in IAM, or the domain of one of the four providers that AWS knows ' +
      'without: accounts.google.com, cognito-identity.amazonaws.com, graph.facebook.com and www.amazon.com.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
    aka: ['INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY', 'invalid_provider_format'],
    bad: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Principal: { Federated: github }
    #                       ^^^^^^ github is no identity provider
    Action: sts:AssumeRoleWithWebIdentity
    Condition:
      StringEquals:
        token.actions.githubusercontent.com:sub: repo:orders/worker:ref:refs/heads/main
`,
    ],
    good: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Principal: { Federated: "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" }
    Action: sts:AssumeRoleWithWebIdentity
    Condition:
      StringEquals:
        token.actions.githubusercontent.com:aud: sts.amazonaws.com
        token.actions.githubusercontent.com:sub: repo:orders/worker:ref:refs/heads/main
`,
    ],
  },

  *find(analysis) {
    for (const placed of statementsOf(analysis)) {
      if (placed.site.kind !== 'trust') continue;
      for (const principal of placed.statement.principals?.principals ?? []) {
        const text = principal.type === 'Federated' ? knownText(principal.value) : undefined;
        if (text && isNoProvider(text)) yield { ...placed, principal, text };
      }
    }
  },

  diagnose: ({ site, principal, text }) => ({
    span: textSpan(principal.node, text),
    message: DOMAIN.test(text)
      ? `${text} is no provider that AWS knows by its domain, so nobody can assume the role by it. Write the ARN of the provider in IAM: arn:aws:iam::123456789012:oidc-provider/${text}.`
      : `${text} is no identity provider, so IAM refuses the trust policy. Write the ARN of the provider in IAM, as arn:aws:iam::123456789012:oidc-provider/example.com.`,
    subject: { principal: text, ...policySubject(site) },
    severity: DOMAIN.test(text) ? 'warning' : 'error',
    outcome: DOMAIN.test(text) ? 'access-denied' : 'deploy-fails',
  }),
});

const DOMAIN = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i;
const PROVIDER_ARN = /^arn:[^:]+:iam::[^:]*:(saml-provider|oidc-provider)\/.+$/;

function isNoProvider(text: string): boolean {
  return !BUILT_IN_PROVIDERS.includes(text.toLowerCase()) && !PROVIDER_ARN.test(text) && text !== '*';
}
