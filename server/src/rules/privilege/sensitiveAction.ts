import { type ActionPlace, actionPlacesOf } from '../../analysis/index.ts';
import type { IamKnowledge } from '../../iam/index.ts';
import { defineRule } from '../rule.ts';
import { CREDENTIALS, SECRETS } from '../support/escalations.ts';
import { isUnlimited } from '../support/grants.ts';
import { policySubject } from '../support/policyWalk.ts';

/** An action on permissions or credentials, on everything. */
export const sensitiveAction = defineRule<{ readonly place: ActionPlace; readonly action: string; readonly does: string }>({
  id: 'sensitive-action',
  severity: 'hint',
  outcome: 'too-open',
  docs: {
    summary: 'A policy allows an action that changes permissions, returns credentials or reads secrets, on every resource.',
    why:
      'These actions decide who may use what, hand out credentials, or read what was put away for a few. They deserve to be ' +
      'limited to the resources that are meant.',
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

  find: (analysis) =>
    actionPlacesOf(analysis).flatMap((place) => {
      const { iam } = analysis.knowledge;
      const action = isUnlimitedAllow(place) ? actionsOf(place, iam).find((id) => doing(id, iam) !== undefined) : undefined;
      const does = action && doing(action, iam);
      return action !== undefined && does !== undefined ? [{ place, action, does }] : [];
    }),

  diagnose: ({ place: { text, span, site }, action, does }) => ({
    span,
    message:
      text.toLowerCase() === action.toLowerCase()
        ? `${text} ${does}, and here for every resource. Name the resources that are meant.`
        : `${text} stands for ${action} as well, which ${does}, and here for every resource. Name the actions and resources that are meant.`,
    subject: { ...(site ? policySubject(site) : {}), action: text },
  }),
});

function isUnlimitedAllow({ statement, site, negated }: ActionPlace): boolean {
  const isJudged = site?.kind === 'identity' && statement?.effect === 'Allow' && !negated && statement.conditions.length === 0;
  return isJudged && isUnlimited(statement);
}

/** What a pattern for a part of a service stands for. All of a service, or of all services, is a mistake of another kind. */
function actionsOf({ text }: ActionPlace, iam: IamKnowledge): readonly string[] {
  if (!/[*?]/.test(text)) return [text];
  return /^[a-z0-9-]+:[^*?]+/i.test(text) ? iam.actionsMatching(text) : [];
}

/** What an action does that is worth a word. Actions that cannot be limited are no one’s choice. */
function doing(id: string, iam: IamKnowledge): string | undefined {
  const isCredentials = CREDENTIALS.has(id.toLowerCase());
  const isSecret = SECRETS.has(id.toLowerCase());
  if (!isCredentials && !isSecret && iam.accessLevel(id) !== 'Permissions management') return undefined;
  if (iam.action(id)?.resources.length === 0 || !iam.hasAction(id)) return undefined;
  if (isSecret) return 'reads what is kept secret';
  return isCredentials ? 'returns credentials' : 'changes who may use a resource';
}
