import { test } from 'vitest';
import { elevatedManagedPolicy } from '../../../server/src/rules/privilege/elevatedManagedPolicy.ts';
import { checkNoFix, checkRule } from '../../harness/index.ts';

test('by its name, in SAM', () => {
  checkRule(
    elevatedManagedPolicy,
    `
    Resources:
      Worker:
        Type: AWS::Serverless::Function
        Properties:
          Policies: AdministratorAccess
          #         ^^^^^^^^^^^^^^^^^^^ warning: AdministratorAccess lets Worker do everything
    `,
  );
});

test('in the deployment’s partition', () => {
  checkNoFix(
    elevatedManagedPolicy,
    `
    Resources:
      Worker:
        Type: AWS::IAM::Role
        Properties:
          ManagedPolicyArns: [!Sub "arn:\${AWS::Partition}:iam::aws:policy/PowerUserAccess"]
    `,
  );
});

test('others', () => {
  checkRule(
    elevatedManagedPolicy,
    `
    Resources:
      Worker:
        Type: AWS::Serverless::Function
        Properties:
          Policies: [AWSLambdaBasicExecutionRole]
    `,
  );
  checkRule(
    elevatedManagedPolicy,
    `
    Resources:
      Worker:
        Type: AWS::Serverless::Function
        Properties:
          Policies: [!Ref AdministratorAccess]
    `,
  );
});
