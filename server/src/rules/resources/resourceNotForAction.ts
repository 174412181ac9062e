import { display } from '../../symbolic/index.ts';
import { defineRule } from '../rule.ts';
import { formatsForAction } from '../support/arnFormats.ts';
import { misfitFixes } from '../support/misfitFix.ts';
import { type Misfit, misfitsOf } from '../support/misfits.ts';
import { policySubject } from '../support/policyWalk.ts';
import { rolePolicy } from '../support/samples.ts';

/** An action of whose resources the statement names none. */
export const resourceNotForAction = defineRule<Misfit>({
  id: 'resource-not-for-action',
  severity: 'warning',
  outcome: 'access-denied',
  docs: {
    summary: 'None of a statement’s resources is of a kind that the action works on.',
    why:
      'A statement allows an action only on resources that it names. s3:GetObject works on objects, s3:ListBucket on ' +
      'buckets, sqs:SendMessage on queues; actions that work on no resource need "*". On anything else the action stays ' +
      'denied.',
    url: 'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
    aka: ['RESOURCE_MISMATCH', 'I3510', 'resource_mismatch', 'action_resource_matching'],
    bad: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: s3:GetObject
    Resource: arn:aws:s3:::orders
            # ^^^^^^^^^^^^^^^^^^^ s3:GetObject does not work on arn:aws:s3:::orders
`,
      rolePolicy(
        `
        Table:
          Type: AWS::DynamoDB::Table
          Properties:
            KeySchema: [{AttributeName: id, KeyType: HASH}]
            AttributeDefinitions: [{AttributeName: id, AttributeType: S}]
            BillingMode: PAY_PER_REQUEST
        `,
        `
        - Effect: Allow
          Action: sqs:SendMessage
          Resource: !GetAtt Table.Arn
                  # ^^^^^^^^^^^^^^^^^ sqs:SendMessage does not work on
        `,
      ),
    ],
    good: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: s3:GetObject
    Resource: arn:aws:s3:::orders/*
`,
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: [s3:GetObject, s3:ListBucket]
    Resource: [arn:aws:s3:::orders, arn:aws:s3:::orders/*]
`,
    ],
  },

  find: (analysis) => misfitsOf(analysis),

  diagnose: ({ action, actionText, span, resources, statement, site }, { knowledge: { iam } }) => {
    const [only, ...others] = resources.map(display);
    const formats = action ? formatsForAction(action, iam) : [];
    const works =
      formats.length === 0
        ? 'It works on no resource, so it needs "*".'
        : `It works on ${formats.slice(0, MOST_SHOWN).join(', ')}.`;
    return {
      span,
      message:
        `${actionText} does not work on ${others.length === 0 ? only : 'any of the resources of this statement'}, ` +
        `so this ${statement.effect === 'Deny' ? 'denies' : 'grants'} nothing by it. ${action ? works : 'Name a resource that its actions work on.'}`,
      subject: { ...policySubject(site), action: actionText },
    };
  },

  fix: misfitFixes,
});

const MOST_SHOWN = 3;
