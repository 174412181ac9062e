import { test } from 'vitest';
import { unknownPrincipal } from '../../../server/src/rules/principals/unknownPrincipal.ts';
import { checkFix, checkRule } from '../../harness/index.ts';

test('a slip', () => {
  checkFix(
    unknownPrincipal,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Principal: {Service: lamda.amazonaws.com}
        Action: sqs:SendMessage
        Resource: arn:aws:sqs:eu-west-1:123456789012:orders
        Condition: {ArnEquals: {aws:SourceArn: "arn:aws:sns:eu-west-1:123456789012:orders"}}
    `,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Principal: {Service: lambda.amazonaws.com}
        Action: sqs:SendMessage
        Resource: arn:aws:sqs:eu-west-1:123456789012:orders
        Condition: {ArnEquals: {aws:SourceArn: "arn:aws:sns:eu-west-1:123456789012:orders"}}
    `,
  );
});

test('in Fn::Sub', () => {
  checkFix(
    unknownPrincipal,
    `
    Resources:
      Role:
        Type: AWS::IAM::Role
        Properties:
          AssumeRolePolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Principal: {Service: !Sub "event.\${AWS::URLSuffix}"}
                Action: sts:AssumeRole
    `,
    `
    Resources:
      Role:
        Type: AWS::IAM::Role
        Properties:
          AssumeRolePolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Principal: {Service: !Sub "events.\${AWS::URLSuffix}"}
                Action: sts:AssumeRole
    `,
  );
});

test('what a service is called elsewhere is a warning, in a permission as well', () => {
  checkRule(
    unknownPrincipal,
    `
    Resources:
      Permission:
        Type: AWS::Lambda::Permission
        Properties:
          FunctionName: worker
          Action: lambda:InvokeFunction
          Principal: cognito.amazonaws.com
          #          ^^^^^^^^^^^^^^^^^^^^^ warning: No service has the principal cognito.amazonaws.com, so nobody is let in by it. Did you mean cognito-idp.amazonaws.com?
          SourceArn: arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_a
    `,
  );
});

test.each([
  '{Service: events.amazonaws.com}',
  '{Service: delivery.logs.amazonaws.com}',
  '{Service: newservice.amazonaws.com}',
  '{Service: ram.amazonaws.com}',
  '{Service: states.eu-west-1.amazonaws.com}',
])('nothing for %s', (principal) => {
  checkRule(
    unknownPrincipal,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Principal: ${principal}
        Action: sqs:SendMessage
        Resource: arn:aws:sqs:eu-west-1:123456789012:orders
    `,
  );
});
