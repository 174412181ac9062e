import { test } from 'vitest';
import { arnMissingField } from '../../../server/src/rules/resources/arnMissingField.ts';
import { rolePolicy } from '../../../server/src/rules/support/samples.ts';
import { checkNoFix, checkRule } from '../../harness/index.ts';

test('the resource in the place of the account', () => {
  checkNoFix(
    arnMissingField,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: sqs:SendMessage
        Resource: arn:aws:sqs:eu-west-1:orders
    `,
  );
});

test('one that IAM completes is too open', () => {
  checkRule(
    arnMissingField,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: sqs:SendMessage
        Resource: arn:aws:sqs
        #         ^^^^^^^^^^^ warning: arn:aws:sqs has three fields
    `,
  );
});

test.each(['"*"', 'arn:aws:s3:::orders', 'arn:aws:s3:::orders/a:b'])('nothing for %s', (resource) => {
  checkRule(
    arnMissingField,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: s3:GetObject
        Resource: ${resource}
    `,
  );
});

test('a reference may hold colons', () => {
  checkRule(
    arnMissingField,
    rolePolicy(
      `
      Other:
        Type: AWS::CloudFormation::Stack
        Properties: {TemplateURL: other.yaml}
      `,
      `
      - Effect: Allow
        Action: sqs:SendMessage
        Resource: !Sub "arn:aws:sqs:\${Other.Outputs.Rest}"
      `,
    ),
  );
});
