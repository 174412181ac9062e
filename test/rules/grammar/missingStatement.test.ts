import { test } from 'vitest';
import { missingStatement } from '../../../server/src/rules/grammar/missingStatement.ts';
import { checkRule } from '../../harness/index.ts';

test('a trust policy and a policy without statements', () => {
  checkRule(
    missingStatement,
    `
    Resources:
      Worker:
        Type: AWS::IAM::Role
        Properties:
          AssumeRolePolicyDocument: {}
          #                         ^^ error: The policy of Worker has no Statement
          Policies:
            - PolicyName: read
              PolicyDocument:
                Id: read
    #           ^^ error: The policy of Worker has no Statement
    `,
  );
});

test('nothing where an include or a misspelt key may bring them, or the author still types', () => {
  checkRule(
    missingStatement,
    `
    Resources:
      Included:
        Type: AWS::IAM::ManagedPolicy
        Properties:
          PolicyDocument:
            Version: "2012-10-17"
            Fn::Transform: { Name: AWS::Include, Parameters: { Location: s3://orders/statements.yaml } }
      Misspelt:
        Type: AWS::IAM::ManagedPolicy
        Properties:
          PolicyDocument:
            Statements: []
      Elsewhere:
        Type: AWS::IAM::ManagedPolicy
        Properties:
          PolicyDocument: !Ref Document
      Bus:
        Type: AWS::Events::EventBusPolicy
        Properties:
          StatementId: orders
          Statement:
            Effect: Allow
            Principal: { AWS: "123456789012" }
            Action: events:PutEvents
            Resource: "*"
    `,
  );
});
