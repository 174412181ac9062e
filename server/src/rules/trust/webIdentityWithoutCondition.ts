import { defineRule } from '../rule.ts';
import { type PlacedStatement, policySubject, statementsOf } from '../support/policyWalk.ts';
import { GITHUB } from '../support/trustPrincipals.ts';
import { claimOf, type TrustedProvider, trustedProviders } from '../support/webIdentity.ts';

interface Found extends PlacedStatement {
  readonly provider: TrustedProvider;
}

/** A trust policy that takes every token of an identity provider. */
export const webIdentityWithoutCondition = defineRule<Found>({
  id: 'web-identity-without-condition',
  severity: 'warning',
  outcome: 'too-open',
  docs: {
    summary: 'A role can be assumed with any token of an identity provider.',
    why:
      'A public provider gives tokens to everybody: GitHub to every workflow of every repository, Cognito to every identity pool. Only a ' +
      'condition on the token’s sub or aud says whose may assume the role.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html',
    aka: ['MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL', 'MISSING_GITHUB_REPO_CONDITION_KEY', 'trust_policy_validation'],
    bad: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Principal:
      Federated: arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com
      #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Every repository on GitHub can assume this role
    Action: sts:AssumeRoleWithWebIdentity
    Condition:
      StringEquals:
        token.actions.githubusercontent.com:aud: sts.amazonaws.com
`,
    ],
    good: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Principal:
      Federated: arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com
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
      if (placed.site.kind !== 'trust' || !placed.statement.conditionsComplete) continue;
      for (const provider of trustedProviders(placed.statement)) if (isOpen(provider, placed)) yield { ...placed, provider };
    }
  },

  diagnose: ({ site, provider: { principal, host } }) => ({
    span: principal.node.outerSpan,
    message:
      host === GITHUB
        ? `Every repository on GitHub can assume this role. Add the condition StringEquals ${host}:sub with the repository and the branch: repo:owner/name:ref:refs/heads/main.`
        : `Everybody to whom ${host} gives a token can assume this role. Add a condition on ${host}:aud or ${host}:sub.`,
    subject: { principal: host, ...policySubject(site) },
  }),
});

/** GitHub’s audience is the same for all repositories; elsewhere any claim narrows it down. */
function isOpen({ host }: TrustedProvider, { statement }: PlacedStatement): boolean {
  const claims = statement.conditions.flatMap(({ key }) => claimOf(key, host) ?? []);
  return host === GITHUB ? !claims.some((claim) => NAMES_REPOSITORY.test(claim)) : claims.length === 0;
}

/** Source: https://docs.github.com/actions/security-for-github-actions/security-hardening-your-deployments/about-security-hardening-with-openid-connect */
const NAMES_REPOSITORY = /^(sub|repository|repository_id|repository_owner|repository_owner_id|job_workflow_ref)$/;
