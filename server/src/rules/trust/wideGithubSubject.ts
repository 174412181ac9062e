import { textSpan } from '../../analysis/index.ts';
import type { PolicyValue } from '../../iam/index.ts';
import { display, knownText } from '../../symbolic/index.ts';
import { defineRule } from '../rule.ts';
import { type PlacedStatement, policySubject, statementsOf } from '../support/policyWalk.ts';
import { GITHUB } from '../support/trustPrincipals.ts';
import { claimOf } from '../support/webIdentity.ts';

interface Found extends PlacedStatement {
  readonly value: PolicyValue;
  readonly text: string;
}

/** A trust policy for GitHub that takes more than one repository or branch. */
export const wideGithubSubject = defineRule<Found>({
  id: 'wide-github-subject',
  severity: 'warning',
  outcome: 'too-open',
  docs: {
    summary: 'A role can be assumed from more of GitHub than one branch of one repository.',
    why:
      'The subject of a token from GitHub names the repository and what the workflow runs for: repo:owner/name:ref:refs/heads/main. A star in ' +
      'the owner lets strangers in; one in the repository or behind it lets in every branch and pull request of it.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html#idp_oidc_Create_GitHub',
    aka: ['SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED', 'trust_policy_validation'],
    bad: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Principal:
      Federated: arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com
    Action: sts:AssumeRoleWithWebIdentity
    Condition:
      StringLike:
        token.actions.githubusercontent.com:sub: repo:orders/*
        #                                        ^^^^^^^^^^^^^ repo:orders/* takes every repository of orders
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
      StringLike:
        token.actions.githubusercontent.com:sub: repo:orders/worker:ref:refs/heads/release-*
`,
    ],
  },

  *find(analysis) {
    for (const placed of statementsOf(analysis)) {
      if (placed.site.kind !== 'trust' || placed.statement.effect !== 'Allow') continue;
      for (const test of placed.statement.conditions) {
        if (claimOf(test.key, GITHUB) !== 'sub' || !/Like/.test(test.operator) || /Not/.test(test.operator)) continue;
        for (const value of test.values)
          if (widthOf(display(value.value))) yield { ...placed, value, text: display(value.value) };
      }
    }
  },

  diagnose: ({ site, value, text }) => ({
    span: knownText(value.value) === undefined ? value.node.outerSpan : textSpan(value.node, text),
    message: messageOf(text),
    subject: { principal: GITHUB, ...policySubject(site) },
    severity: widthOf(text) === 'branch' ? 'hint' : 'warning',
  }),
});

type Width = 'everybody' | 'owner' | 'branch';

/** What the star leaves open; nothing where the repository and the kind of run are named. */
function widthOf(text: string): Width | undefined {
  const subject = /^repo:([^/]*)(?:\/([^:]*)(?::(.*))?)?$/s.exec(text);
  if (!subject) return /^[*?]|^repo[*?]|^r?e?p?o?:?[*?]$/.test(text) ? 'everybody' : undefined;
  const [, owner = '', repository, run] = subject;
  if (/[*?]/.test(owner)) return 'everybody';
  if (repository === undefined) return undefined;
  if (/^[*?]+$/.test(repository)) return 'owner';
  return /[*?]$/.test(repository) || run === '*' ? 'branch' : undefined;
}

function messageOf(text: string): string {
  const remedy = 'Name the repository and the branch: repo:owner/name:ref:refs/heads/main.';
  const [, owner = 'its owner'] = /^repo:([^/]*)/.exec(text) ?? [];
  switch (widthOf(text)) {
    case 'owner':
      return `${text} takes every repository of ${owner}, so each of them can assume the role. ${remedy}`;
    case 'branch':
      return `${text} takes every branch and pull request of the repository. ${remedy}`;
    default:
      return `${text} takes repositories of everybody on GitHub, so strangers can assume the role. ${remedy}`;
  }
}
