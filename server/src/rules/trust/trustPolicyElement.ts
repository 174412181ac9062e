import { knownText } from '../../symbolic/index.ts';
import type { Entry, SyntaxNode } from '../../syntax/index.ts';
import { removeEntry } from '../../syntax/write/index.ts';
import { defineRule } from '../rule.ts';
import { isMisplaced } from '../support/misplaced.ts';
import { presentElement } from '../support/policyElements.ts';
import { type PlacedStatement, policySubject, statementsOf } from '../support/policyWalk.ts';

interface Found extends PlacedStatement {
  readonly entry: Entry;
  /** The star of `Principal: "*"`; absent where the whole element is too much. */
  readonly star: SyntaxNode | undefined;
}

/** What a trust policy cannot have: a resource, `NotPrincipal`, everybody. */
export const trustPolicyElement = defineRule<Found>({
  id: 'trust-policy-element',
  severity: 'error',
  outcome: 'deploy-fails',
  docs: {
    summary: 'A trust policy has Resource, NotPrincipal or Principal "*".',
    why:
      'A trust policy is about the role that it belongs to, so it has no Resource, and it has to say whom it trusts: neither NotPrincipal nor ' +
      'everybody. IAM refuses it otherwise.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html',
    aka: [
      'ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL',
      'ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL',
      'ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE',
      'E3530',
      'IAM_ROLE_NO_FULL_ACCESS_ON_TRUST_POLICY',
    ],
    bad: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Principal: { Service: lambda.amazonaws.com }
    Action: sts:AssumeRole
    Resource: "*"
#   ^^^^^^^^ A trust policy has no Resource
`,
    ],
    good: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Principal: { Service: lambda.amazonaws.com }
    Action: sts:AssumeRole
`,
    ],
  },

  *find(analysis) {
    for (const placed of statementsOf(analysis)) {
      if (placed.site.kind !== 'trust' || isMisplaced(placed, analysis)) continue;
      const { node, principals } = placed.statement;
      for (const name of ['Resource', 'NotResource', 'NotPrincipal']) {
        const entry = presentElement(node, name);
        if (entry) yield { ...placed, entry, star: undefined };
      }
      const star = principals?.principals.find(({ type, value }) => type === '*' && knownText(value) === '*')?.node;
      const entry = presentElement(node, 'Principal');
      if (entry && star && !principals?.negated) yield { ...placed, entry, star };
    }
  },

  diagnose: ({ site, entry, star }) => ({
    span: star?.outerSpan ?? entry.key.span,
    message: messageOf(entry.key.text, star !== undefined),
    subject: policySubject(site),
  }),

  fix: ({ statement: { node }, entry }, { tree }) =>
    entry.key.text.endsWith('Resource')
      ? [{ title: `Remove ${entry.key.text}`, preferred: true, edits: [removeEntry(tree, node, entry)] }]
      : [],
});

function messageOf(name: string, isStar: boolean): string {
  if (isStar)
    return 'A trust policy cannot trust "*", everybody, so IAM refuses it. Name who may assume the role, { Service: lambda.amazonaws.com } for example.';
  if (name === 'NotPrincipal')
    return 'A trust policy cannot have NotPrincipal, so IAM refuses it. Name who may assume the role under Principal.';
  return `A trust policy has no ${name}: it is about the role that it belongs to, and IAM refuses it. Remove it.`;
}
