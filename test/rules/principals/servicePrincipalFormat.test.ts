import { test } from 'vitest';
import { servicePrincipalFormat } from '../../../server/src/rules/principals/servicePrincipalFormat.ts';
import { FROM_TOPIC, sendPolicy } from '../../../server/src/rules/support/samples.ts';
import { checkFix, checkRule } from '../../harness/index.ts';

test('the domain was left out', () => {
  checkFix(
    servicePrincipalFormat,
    sendPolicy('{Service: lambda}', FROM_TOPIC),
    sendPolicy('{Service: lambda.amazonaws.com}', FROM_TOPIC),
  );
});

test('in a permission of Lambda', () => {
  checkRule(
    servicePrincipalFormat,
    `
    Resources:
      Permission:
        Type: AWS::Lambda::Permission
        Properties:
          FunctionName: worker
          Action: lambda:InvokeFunction
          Principal: sns.aws.com
          #          ^^^^^^^^^^^ error: sns.aws.com is no service principal
          SourceArn: arn:aws:sns:eu-west-1:123456789012:orders
    `,
  );
});

test.each([
  '{Service: s3.amazonaws.com}',
  '{Service: ec2.amazonaws.com.cn}',
  '{Service: logs.eu-west-1.amazonaws.com}',
  '{Service: alexa-appkit.amazon.com}',
  '"*"',
])('nothing for %s', (principal) => {
  checkRule(servicePrincipalFormat, sendPolicy(principal));
});

test('domains that deployment fills in', () => {
  checkRule(
    servicePrincipalFormat,
    `
    Resources:
      Role:
        Type: AWS::IAM::Role
        Properties:
          AssumeRolePolicyDocument:
            Statement:
              - Effect: Allow
                Principal: {Service: !Sub "states.\${AWS::Region}.\${AWS::URLSuffix}"}
                Action: sts:AssumeRole
    `,
  );
});
