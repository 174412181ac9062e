import type { Entry } from '../../syntax/index.ts';
import { removeEntry } from '../../syntax/write/index.ts';
import { defineRule } from '../rule.ts';
import { presentElement } from '../support/policyElements.ts';
import { type PlacedStatement, policySubject, statementsOf } from '../support/policyWalk.ts';

interface Found extends PlacedStatement {
  readonly entry: Entry;
}

/** A service control policy with a principal. */
export const serviceControlElement = defineRule<Found>({
  id: 'service-control-element',
  severity: 'error',
  outcome: 'deploy-fails',
  docs: {
    summary: 'A service control policy has a Principal.',
    why:
      'A service control policy limits the users and roles of the accounts that it is attached to, so it has neither Principal nor ' +
      'NotPrincipal. All else that used to be forbidden (Condition, NotAction and single resources with Allow, NotResource, wildcards ' +
      'anywhere in an action) is allowed since September 2025, and therefore not reported.',
    url: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_syntax.html',
    aka: [
      'SCP_SYNTAX_ERROR_PRINCIPAL',
      'SCP_SYNTAX_ERROR_ACTION_WILDCARD',
      'SCP_SYNTAX_ERROR_ALLOW_CONDITION',
      'SCP_SYNTAX_ERROR_ALLOW_NOTACTION',
      'SCP_SYNTAX_ERROR_ALLOW_RESOURCE',
      'SCP_SYNTAX_ERROR_NOTRESOURCE',
      'policy_type_validation',
    ],
    bad: [
      `Resources:
  KeepLogs:
    Type: AWS::Organizations::Policy
    Properties:
      Name: keep-logs
      Type: SERVICE_CONTROL_POLICY
      Content:
        Version: "2012-10-17"
        Statement:
          - Effect: Deny
            Principal: "*"
#           ^^^^^^^^^ A service control policy has no Principal
            Action: cloudtrail:StopLogging
            Resource: "*"
`,
    ],
    good: [
      `Resources:
  KeepLogs:
    Type: AWS::Organizations::Policy
    Properties:
      Name: keep-logs
      Type: SERVICE_CONTROL_POLICY
      Content:
        Version: "2012-10-17"
        Statement:
          - Effect: Deny
            Action: cloudtrail:StopLogging
            Resource: "*"
`,
    ],
  },

  *find(analysis) {
    for (const placed of statementsOf(analysis)) {
      if (placed.site.kind !== 'service-control') continue;
      for (const name of ['Principal', 'NotPrincipal']) {
        const entry = presentElement(placed.statement.node, name);
        if (entry) yield { ...placed, entry };
      }
    }
  },

  diagnose: ({ site, entry }) => ({
    span: entry.key.span,
    message: `A service control policy has no ${entry.key.text}: it is about all users and roles of the accounts that it is attached to, and is refused otherwise. Remove it; for single ones, use a condition on aws:PrincipalArn.`,
    subject: policySubject(site),
  }),

  fix: ({ statement: { node }, entry }, { tree }) => [
    { title: `Remove ${entry.key.text}`, preferred: entry.key.text === 'Principal', edits: [removeEntry(tree, node, entry)] },
  ],
});
