import { defineRule } from '../rule.ts';
import { type BadAction, badActionsOf, effectOf, renameFixes } from '../support/actionNames.ts';

type Found = Extract<BadAction, { kind: 'action' }>;

/** An action that its service does not have. */
export const unknownAction = defineRule<Found>({
  id: 'unknown-action',
  severity: 'error',
  outcome: 'access-denied',
  docs: {
    summary: 'An action does not exist in its service.',
    why:
      'IAM stores any action name without complaint. One with a slip of the pen never matches a request, so the call that it was written ' +
      'for is denied at run time, long after deployment went through.',
    url: 'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
    aka: ['INVALID_ACTION', 'UNKNOWN_ACTION', 'W3037', 'UNRECOGNIZED_ACTION', 'invalid_action'],
    bad: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: s3:GetObjekt
    #       ^^^^^^^^^^^^ s3:GetObjekt is no action of Amazon S3
    Resource: arn:aws:s3:::orders/*
`,
    ],
    good: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: [s3:getobject, s3:Put*]
    Resource: arn:aws:s3:::orders/*
`,
    ],
  },

  scope: 'grant',

  find: (analysis) => badActionsOf(analysis).filter((found) => found.kind === 'action'),

  diagnose: ({ place, service, suggestions: [suggestion] }, { knowledge: { iam } }) => ({
    span: place.span,
    message:
      `${place.text} is no action of ${iam.service(service)?.title ?? service}, so ${effectOf(place)}. ` +
      `${suggestion ? `Did you mean ${suggestion}?` : 'Look it up.'} ` +
      `If it is newer than the data of ${iam.date}, silence this with "lambda-iam-ignore unknown-action".`,
    subject: {
      action: place.text,
      ...(suggestion ? { suggestion } : {}),
      ...(place.permission ? { permission: place.permission.logicalId } : {}),
    },
    // With no name near it, it is no slip for certain: it may be newer than the data, or one that AWS does not document.
    ...(suggestion ? {} : { severity: 'warning' }),
  }),

  fix: ({ place, suggestions }, { tree }) => renameFixes(place, suggestions, tree),
});
