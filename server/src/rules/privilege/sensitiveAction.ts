import { type ActionPlace, actionPlacesOf } from '../../analysis/index.ts';
import type { IamKnowledge } from '../../iam/index.ts';
import { defineRule } from '../rule.ts';
import { CREDENTIALS } from '../support/escalations.ts';
import { isUnlimited } from '../support/grants.ts';
import { policySubject } from '../support/policyWalk.ts';

/** An action on permissions or credentials, on everything. */
export const sensitiveAction = defineRule<ActionPlace>({
  id: 'sensitive-action',
  severity: 'hint',
  outcome: 'too-open',
  docs: {
    summary: 'A policy allows an action that changes permissions or returns credentials, on every resource.',
    why:
      'These actions decide who may use what, or hand out credentials. They deserve to be limited to the resources that ' +
      'are meant.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
    aka: ['PERMISSIONS_MANAGEMENT_ACTIONS', 'CREDENTIALS_EXPOSURE', 'SENSITIVE_ACCESS', 'sensitive_action'],
    bad: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: sqs:AddPermission
          # ^^^^^^^^^^^^^^^^^ sqs:AddPermission changes who
    Resource: "*"
`,
    ],
    good: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: sqs:AddPermission
    Resource: arn:aws:sqs:eu-west-1:123456789012:orders
`,
    ],
  },

  find: (analysis) => actionPlacesOf(analysis).filter((place) => isSensitive(place, analysis.knowledge.iam)),

  diagnose: ({ text, span, site }) => ({
    span,
    message: `${text} ${CREDENTIALS.has(text.toLowerCase()) ? 'returns credentials' : 'changes who may use a resource'}, and here for every resource. Name the resources that are meant.`,
    subject: { ...(site ? policySubject(site) : {}), action: text },
  }),
});

/** Actions that cannot be limited are no one’s choice. */
function isSensitive({ text, statement, site, negated }: ActionPlace, iam: IamKnowledge): boolean {
  const isJudged = site?.kind === 'identity' && statement?.effect === 'Allow' && !negated && statement.conditions.length === 0;
  if (!isJudged || !isUnlimited(statement)) return false;
  const action = iam.action(text);
  if (!action || action.resources.length === 0) return false;
  return CREDENTIALS.has(text.toLowerCase()) || action.accessLevel === 'Permissions management';
}
