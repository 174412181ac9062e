import { test } from 'vitest';
import { policyTooLarge } from '../../../server/src/rules/grammar/policyTooLarge.ts';
import { managedPolicy } from '../../../server/src/rules/support/samples.ts';
import { checkRule } from '../../harness/index.ts';

const paths = (count: number): string =>
  Array.from({ length: count }, (_, i) => `"arn:aws:s3:::orders/${i + 1000}/*"`).join(', ');

test('all inline policies of a role together, said where the limit is passed', () => {
  checkRule(
    policyTooLarge,
    `
    Resources:
      Worker:
        Type: AWS::IAM::Role
        Properties:
          AssumeRolePolicyDocument: { Version: "2012-10-17", Statement: [] }
          Policies:
            - PolicyName: read
              PolicyDocument:
                Version: "2012-10-17"
                Statement: [{ Effect: Allow, Action: s3:GetObject, Resource: [${paths(200)}] }]
            - PolicyName: write
              PolicyDocument:
                Version: "2012-10-17"
    #           ^^^^^^^ warning: A role with all its inline policies may have 10,240 characters
                Statement: [{ Effect: Allow, Action: s3:PutObject, Resource: [${paths(200)}] }]
    `,
  );
});

test('only an information in a file, of which nothing tells where it goes', () => {
  checkRule(
    policyTooLarge,
    `
    Version: "2012-10-17"
    #^^^^^^ information: A managed policy may have 6,144 characters
    Statement: [{ Effect: Allow, Action: s3:GetObject, Resource: [${paths(250)}] }]
    `,
  );
});

test('counts what deployment fills in for nothing, and of two branches the shorter', () => {
  checkRule(
    policyTooLarge,
    managedPolicy(`
    - !If
      - Wide
      - { Effect: Allow, Action: s3:GetObject, Resource: [${paths(250)}] }
      - { Effect: Allow, Action: s3:GetObject, Resource: !Ref Paths }
    `),
  );
});
