import { test } from 'vitest';
import { apiOperationAsAction } from '../../../server/src/rules/actions/apiOperationAsAction.ts';
import { unknownAction } from '../../../server/src/rules/actions/unknownAction.ts';
import { unknownService } from '../../../server/src/rules/actions/unknownService.ts';
import { wildcardMatchesNothing } from '../../../server/src/rules/actions/wildcardMatchesNothing.ts';
import { checkFix, checkRule } from '../../harness/index.ts';

const policy = (action: string, resource = "'*'"): string => `Version: '2012-10-17'
Statement:
  - Effect: Allow
    Action: ${action}
    Resource: ${resource}
`;

test.each([
  ['lambda:Invoke', 'lambda:InvokeFunction', 'arn:aws:lambda:eu-west-1:123456789012:function:worker'],
  ['s3:HeadObject', 's3:GetObject', 'arn:aws:s3:::orders/new/*'],
  ['sqs:SendMessageBatch', 'sqs:SendMessage', 'arn:aws:sqs:eu-west-1:123456789012:orders'],
  ['bedrock:Converse', 'bedrock:InvokeModel', 'arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-lite-v1:0'],
])('%s is the operation, %s the action', (operation, action, resource) => {
  checkFix(apiOperationAsAction, policy(operation, resource), policy(action, resource));
  checkFix(apiOperationAsAction, policy(`"${operation}"`, resource), policy(`"${action}"`, resource));
  checkRule(unknownAction, policy(operation));
});

test('a typo is replaced by the name that was meant', () => {
  checkFix(
    unknownAction,
    policy('s3:GetObjct', 'arn:aws:s3:::orders/new/*'),
    policy('s3:GetObject', 'arn:aws:s3:::orders/new/*'),
  );
  const table = 'arn:aws:dynamodb:eu-west-1:123456789012:table/orders';
  checkFix(unknownService, policy('dynamdb:GetItem', table), policy('dynamodb:GetItem', table));
});

test('a name with none near it may be newer than the data, so it is no error', () => {
  checkRule(
    unknownAction,
    `Version: '2012-10-17'
Statement:
  - Effect: Allow
    Action: s3:EntertainGuests
    #       ^^^^^^^^^^^^^^^^^^ warning: s3:EntertainGuests is no action of Amazon S3
    Resource: '*'
`,
  );
});

test.each(['S3:getobject', '*', 's3:*', 's3:Get*', 'SNS:Receive', 's3:GetObject?ersion'])('%s is right', (action) => {
  for (const rule of [apiOperationAsAction, unknownAction, unknownService, wildcardMatchesNothing])
    checkRule(rule, policy(`'${action}'`));
});

test('a name that a parameter gives is not judged', () => {
  const text = `Parameters:
  Action: { Type: String }
Resources:
  Readers:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: [!Ref Action, !Sub 's3:\${Action}']
            Resource: '*'
`;
  for (const rule of [apiOperationAsAction, unknownAction, unknownService, wildcardMatchesNothing]) checkRule(rule, text);
});
