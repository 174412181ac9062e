import { defineRule } from '../rule.ts';
import { type BadAction, badActionsOf, effectOf } from '../support/actionNames.ts';

/** A pattern for actions that no action of its service fits. */
export const wildcardMatchesNothing = defineRule<BadAction>({
  id: 'wildcard-matches-nothing',
  severity: 'warning',
  outcome: 'access-denied',
  docs: {
    summary: 'A wildcard stands for no action at all.',
    why: 'A pattern such as s3:Gett* is valid, but it fits no action that the service has: the statement does nothing by it.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html',
    aka: ['W3037'],
    bad: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: s3:Gett*
    #       ^^^^^^^^ s3:Gett* fits no action of Amazon S3
    Resource: "*"
`,
    ],
    good: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: [s3:Get*, lambda:*Function, iam:List*Tags]
    Resource: "*"
`,
    ],
  },

  scope: 'grant',

  find: (analysis) => badActionsOf(analysis).filter((found) => found.kind === 'pattern'),

  diagnose: ({ place }, { knowledge: { iam } }) => ({
    span: place.span,
    message:
      `${place.text} fits no action of ${iam.service(place.text.split(':')[0] ?? '')?.title ?? 'its service'}, so ${effectOf(place)}. ` +
      'Shorten the text before the wildcard, or name the actions.',
    subject: { action: place.text },
  }),
});
