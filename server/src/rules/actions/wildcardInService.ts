import { type ActionPlace, actionPlacesOf } from '../../analysis/index.ts';
import { defineRule } from '../rule.ts';

/** A wildcard in the service of an action. */
export const wildcardInService = defineRule<ActionPlace>({
  id: 'wildcard-in-service',
  severity: 'hint',
  outcome: 'style',
  docs: {
    summary: 'The service of an action has a wildcard in it.',
    why: 'A wildcard in the prefix reaches into services that nobody thought of, those that AWS adds later included.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html',
    aka: ['WILDCARD_IN_SERVICE_NAME'],
    bad: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: s*:GetObject
          # ^^^^^^^^^^^^ s*:GetObject reaches into
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

  find: (analysis) =>
    actionPlacesOf(analysis).filter(({ text, negated }) => !negated && /^[^:]*[*?][^:]*:/.test(text) && text !== '*:*'),

  diagnose: ({ text, span }, { knowledge: { iam } }) => {
    const services = new Set(iam.actionsMatching(text).map((id) => id.split(':')[0]));
    return {
      span,
      message: `${text} reaches into every service whose prefix fits, today ${services.size} of them. Name the service.`,
      subject: { action: text },
    };
  },
});
