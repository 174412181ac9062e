import { defineRule } from '../rule.ts';
import { type BadAction, badActionsOf, effectOf, renameFixes } from '../support/actionNames.ts';

type Found = Extract<BadAction, { kind: 'service' }>;

/** An action whose service prefix no service has. */
export const unknownService = defineRule<Found>({
  id: 'unknown-service',
  severity: 'error',
  outcome: 'access-denied',
  docs: {
    summary: 'The service prefix of an action does not exist.',
    why:
      'The part before the colon is the service’s IAM prefix, which often is neither its name nor that of its SDK client: Step Functions is ' +
      'states, the Bedrock runtime is bedrock. An action with another prefix never matches a request.',
    url: 'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
    aka: ['INVALID_SERVICE_IN_ACTION', 'UNKNOWN_PREFIX', 'W3037'],
    bad: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: bedrock-runtime:InvokeModel
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^ No service has the prefix bedrock-runtime
    Resource: "*"
  - Effect: Allow
    Action: dyanmodb:PutItem
    #       ^^^^^^^^^^^^^^^^ No service has the prefix dyanmodb
    Resource: "*"
`,
    ],
    good: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: bedrock:InvokeModel
    Resource: "*"
`,
    ],
  },

  scope: 'grant',

  find: (analysis) => badActionsOf(analysis).filter((found) => found.kind === 'service'),

  diagnose: ({ place, service, suggestions: [suggestion] }) => ({
    span: place.span,
    message:
      `No service has the prefix ${service} in IAM, so ${effectOf(place)}.` +
      (suggestion ? ` Did you mean ${suggestion}?` : ' Look up the prefix in the Service Authorization Reference.'),
    subject: { action: place.text, ...(suggestion ? { suggestion } : {}) },
  }),

  fix: ({ place, suggestions }, { tree }) => renameFixes(place, suggestions, tree),
});
