import { test } from 'vitest';
import { publicPrincipal } from '../../../server/src/rules/principals/publicPrincipal.ts';
import { sendPolicy } from '../../../server/src/rules/support/samples.ts';
import { checkNoFix, checkRule } from '../../harness/index.ts';

test('{AWS: "*"}', () => {
  checkNoFix(publicPrincipal, sendPolicy('{AWS: "*"}'));
});

test('a permission of Lambda', () => {
  checkRule(
    publicPrincipal,
    `
    Resources:
      Open:
        Type: AWS::Lambda::Permission
        Properties:
          FunctionName: worker
          Action: lambda:InvokeFunction
          Principal: "*"
          #          ^^^ warning: Everybody may use worker
      Url:
        Type: AWS::Lambda::Permission
        Properties:
          FunctionName: worker
          Action: lambda:InvokeFunctionUrl
          FunctionUrlAuthType: NONE
          Principal: "*"
      Organization:
        Type: AWS::Lambda::Permission
        Properties:
          FunctionName: worker
          Action: lambda:InvokeFunction
          PrincipalOrgID: o-a1b2c3d4e5
          Principal: "*"
    `,
  );
});

test('conditions, denials, and where everybody is the usual principal', () => {
  checkRule(publicPrincipal, sendPolicy('"*"', 'Condition: {StringEquals: {aws:PrincipalOrgID: o-a1b2c3d4e5}}'));
  checkRule(
    publicPrincipal,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Deny
        Principal: "*"
        Action: sqs:SendMessage
        Resource: arn:aws:sqs:eu-west-1:123456789012:orders
    `,
  );
  checkRule(
    publicPrincipal,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Principal: "*"
        Action: execute-api:Invoke
        Resource: execute-api:/*
    `,
  );
  checkRule(
    publicPrincipal,
    `
    Resources:
      Endpoint:
        Type: AWS::EC2::VPCEndpoint
        Properties:
          PolicyDocument:
            Statement: [{Effect: Allow, Principal: "*", Action: s3:GetObject, Resource: "*"}]
    `,
  );
});
