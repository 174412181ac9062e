import { test } from 'vitest';
import { unscopedServicePermission as rule } from '../../../server/src/rules/invocation/unscopedServicePermission.ts';
import { WORKER } from '../../../server/src/rules/support/samples.ts';
import { checkFix, checkRule } from '../../harness/index.ts';

const permission = (principal: string, more = ''): string => `  From:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !Ref Worker
      Action: lambda:InvokeFunction
      Principal: ${principal}
${more}`;

const topic = (count: number): string =>
  Array.from(
    { length: count },
    (_, i) => `  Orders${i}:
    Type: AWS::SNS::Subscription
    Properties:
      Protocol: lambda
      TopicArn: arn:aws:sns:eu-west-1:123456789012:orders${i}
      Endpoint: !GetAtt Worker.Arn
`,
  ).join('');

test('the source of the one trigger that it lets in is named', () => {
  const template = `${WORKER}${topic(1)}`;
  checkFix(
    rule,
    template + permission('sns.amazonaws.com'),
    template + permission('sns.amazonaws.com', '      SourceArn: arn:aws:sns:eu-west-1:123456789012:orders0\n'),
  );
});

test('or at least the account', () => {
  const account = '      SourceAccount: !Ref AWS::AccountId\n';
  const two = `${WORKER}${topic(2)}`;
  checkFix(rule, two + permission('sns.amazonaws.com'), two + permission('sns.amazonaws.com', account));
  checkFix(rule, WORKER + permission('sns.amazonaws.com'), WORKER + permission('sns.amazonaws.com', account));
  const one = `${WORKER}${topic(1)}`;
  checkFix(rule, one + permission('sns.amazonaws.com'), one + permission('sns.amazonaws.com', account), {
    title: 'Allow only this account',
  });
});

test('a bucket that waits for the permission is named by its name', () => {
  const bucket = `${WORKER}  Uploads:
    Type: AWS::S3::Bucket
    DependsOn: From
    Properties:
      BucketName: uploads-of-the-day
      NotificationConfiguration:
        LambdaConfigurations:
          - Event: s3:ObjectCreated:*
            Function: !GetAtt Worker.Arn
`;
  checkFix(
    rule,
    bucket + permission('s3.amazonaws.com', '      SourceAccount: "123456789012"\n').replace(/ +SourceAccount.*\n/, ''),
    bucket + permission('s3.amazonaws.com', '      SourceAccount: !Ref AWS::AccountId\n'),
    { title: 'Allow only this account' },
  );
});

test('in flow style, too', () => {
  const flow = (more: string): string => `${WORKER}  From:
    Type: AWS::Lambda::Permission
    Properties: { FunctionName: !Ref Worker, Action: lambda:InvokeFunction, Principal: sns.amazonaws.com${more} }
`;
  checkFix(rule, flow(''), flow(', SourceAccount: !Ref AWS::AccountId'));
});

test('the service is named in any of its spellings', () => {
  checkRule(
    rule,
    `${WORKER}${permission('!Sub "logs.${AWS::Region}.amazonaws.com"', '      #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ From lets logs.${AWS::Region}.amazonaws.com invoke Worker for anybody\n')}`,
  );
  checkRule(
    rule,
    `${WORKER}${permission('!Sub "sns.${AWS::URLSuffix}"', '      #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: From lets sns.${AWS::URLSuffix} invoke Worker for anybody\n')}`,
  );
});

test.each([
  ['sns.amazonaws.com', 'SourceArn: arn:aws:sns:eu-west-1:123456789012:orders'],
  ['sns.amazonaws.com', 'SourceAccount: !Ref AWS::AccountId'],
  ['sns.amazonaws.com', 'PrincipalOrgID: o-a1b2c3d4e5'],
  ['alexa-appkit.amazon.com', 'EventSourceToken: amzn1.ask.skill.1'],
])('%s with %s is limited', (principal, more) => {
  checkRule(rule, WORKER + permission(principal, `      ${more}\n`));
});

test.each(['"123456789012"', 'arn:aws:iam::123456789012:role/caller', '"*"', '!ImportValue principal'])(
  '%s is no service',
  (principal) => {
    checkRule(rule, WORKER + permission(principal));
  },
);
