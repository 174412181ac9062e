import { test } from 'vitest';
import { invalidRoleArn } from '../../../server/src/rules/resources/invalidRoleArn.ts';
import { checkNoFix, checkRule } from '../../harness/index.ts';

test('a name', () => {
  checkNoFix(
    invalidRoleArn,
    `
    Resources:
      Worker:
        Type: AWS::Serverless::Function
        Properties:
          Role: worker
          Runtime: nodejs22.x
          Handler: index.handler
          InlineCode: exports.handler = async () => {}
    `,
  );
});

test('roles, and what only deployment knows', () => {
  checkRule(
    invalidRoleArn,
    `
    Resources:
      Worker:
        Type: AWS::Serverless::Function
        Properties:
          Role: arn:aws:iam::123456789012:role/service-role/worker
          Runtime: nodejs22.x
          Handler: index.handler
          InlineCode: exports.handler = async () => {}
    `,
  );
  checkRule(
    invalidRoleArn,
    `
    Resources:
      Worker:
        Type: AWS::Serverless::Function
        Properties:
          Role: !Sub "arn:aws:iam::\${AWS::AccountId}:role/worker"
          Runtime: nodejs22.x
          Handler: index.handler
          InlineCode: exports.handler = async () => {}
    `,
  );
  checkRule(
    invalidRoleArn,
    `
    Resources:
      Worker:
        Type: AWS::Serverless::Function
        Properties:
          Role: !ImportValue role
          Runtime: nodejs22.x
          Handler: index.handler
          InlineCode: exports.handler = async () => {}
    `,
  );
  checkRule(
    invalidRoleArn,
    `
    Resources:
      Worker:
        Type: AWS::Serverless::Function
        Properties:
          Role: "{{resolve:ssm:role}}"
          Runtime: nodejs22.x
          Handler: index.handler
          InlineCode: exports.handler = async () => {}
    `,
  );
});
