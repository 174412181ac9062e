import { type ActionPlace, actionPlacesOf } from '../../analysis/index.ts';
import type { IamKnowledge } from '../../iam/index.ts';
import { defineRule } from '../rule.ts';
import { renameFixes } from '../support/actionNames.ts';
import { isPlaceholder } from '../support/placeholders.ts';

/** An action that has not the form of one. */
export const malformedAction = defineRule<ActionPlace>({
  id: 'malformed-action',
  severity: 'error',
  outcome: 'deploy-fails',
  docs: {
    summary: 'An action does not have the form service:Action.',
    why: 'Actions are written as the service’s prefix, a colon and the name. IAM rejects a policy with anything else.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html',
    aka: ['W3037', 'E3510'],
    bad: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: s3GetObject
          # ^^^^^^^^^^^ s3GetObject is no action
    Resource: arn:aws:s3:::orders/*
`,
    ],
    good: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: s3:GetObject
    Resource: arn:aws:s3:::orders/*
`,
    ],
  },

  scope: 'grant',

  find: (analysis) => actionPlacesOf(analysis).filter(({ text }) => isMalformed(text)),

  diagnose: ({ text, span, permission }, { knowledge: { iam } }) => {
    const meant = actionMeant(text, iam);
    return {
      span,
      message:
        `${text} is no action: actions are written service:Action, and IAM rejects anything else. ` +
        (meant === undefined ? 'Write one such as s3:GetObject.' : `Did you mean ${meant}?`),
      subject: {
        action: text,
        ...(meant === undefined ? {} : { suggestion: meant }),
        ...(permission ? { permission: permission.logicalId } : {}),
      },
      ...(isPlaceholder(text) ? { severity: 'warning' as const } : {}),
    };
  },

  fix: (place, { tree, knowledge: { iam } }) => {
    const meant = actionMeant(place.text, iam);
    return meant === undefined ? [] : renameFixes(place, [meant], tree);
  },
});

/** What policy variables or macros fill in is left to other rules. */
function isMalformed(text: string): boolean {
  return text !== '' && text !== '*' && !/[{}<>]/.test(text) && !/^[A-Za-z0-9*?-]+:[A-Za-z0-9*?]+$/.test(text);
}

/** The action with blanks left out and the colon where a service’s prefix ends. */
function actionMeant(text: string, iam: IamKnowledge): string | undefined {
  const bare = text.replaceAll(/\s/g, '');
  if (iam.hasAction(bare)) return bare;
  const lower = bare.toLowerCase();
  const services = iam.services().filter(({ prefix }) => lower.startsWith(prefix));
  const candidates = services.map(({ prefix }) => `${prefix}:${bare.slice(prefix.length).replace(/^[^A-Za-z0-9]+/, '')}`);
  return candidates.map((candidate) => iam.action(candidate)?.id).find((id) => id !== undefined);
}
