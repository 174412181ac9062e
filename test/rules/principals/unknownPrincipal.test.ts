import { test } from 'vitest';
import { unknownPrincipal } from '../../../server/src/rules/principals/unknownPrincipal.ts';
import { FROM_TOPIC, sendPolicy } from '../../../server/src/rules/support/samples.ts';
import { checkFix, checkRule } from '../../harness/index.ts';

test('a slip', () => {
  checkFix(
    unknownPrincipal,
    sendPolicy('{Service: lamda.amazonaws.com}', FROM_TOPIC),
    sendPolicy('{Service: lambda.amazonaws.com}', FROM_TOPIC),
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
  checkRule(unknownPrincipal, sendPolicy(principal));
});
