import { test } from 'vitest';
import { checkAccepted, checkAcceptedIn, checkCompletion, checkOffers } from '../../harness/index.ts';

const queuePolicy = (condition: string): string => `
  Resources:
    Alerts:
      Type: AWS::SNS::Topic
    Access:
      Type: AWS::SQS::QueuePolicy
      Properties:
        PolicyDocument:
          Statement:
            - Effect: Allow
              Principal: { Service: sns.amazonaws.com }
              Action: sqs:SendMessage
              Resource: '*'
              Condition:${condition}
  `;

test('operators, those that are there already left out', () => {
  checkCompletion(queuePolicy(' $0'), ['StringEquals', 'StringNotEquals', '…']);
  checkOffers(queuePolicy(' { StringEquals: { aws:SourceAccount: x }, $0 }'), ['ArnLike', 'Null'], ['StringEquals']);
  checkOffers(queuePolicy(' $0'), ['StringLikeIfExists', 'ForAnyValue:StringLike', 'ForAllValues:StringEquals']);
  checkAccepted(
    queuePolicy(' Ar$0'),
    'ArnLike',
    queuePolicy('\n                ArnLike:\n                  ${1:key}: ${2:value}'),
  );
});

test('the keys that suit the operator and that such policies are limited by come first', () => {
  checkCompletion(queuePolicy(' { StringEquals: { $0 } }'), ['aws:SourceAccount', 'aws:SourceOrgID', 'aws:PrincipalOrgID', '…']);
  checkCompletion(queuePolicy(' { ArnLike: { $0 } }'), ['aws:SourceArn', '…']);
  checkCompletion(queuePolicy(' { Bool: { $0 } }'), ['aws:SecureTransport', '…']);
  checkOffers(queuePolicy(' { StringEquals: { aws:SourceAccount: x, $0 } }'), ['aws:SourceOrgID'], ['aws:SourceAccount']);
  checkAccepted(queuePolicy(' { ArnLike: { aws:S$0 } }'), 'aws:SourceArn', queuePolicy(' { ArnLike: { aws:SourceArn: $1 } }'));
});

test('the keys that the actions support come before those of every request', () => {
  const policy = (key: string): string => `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: lambda:InvokeFunction
        Resource: "*"
        Condition:
          StringEquals:
            ${key}
    `;
  checkCompletion(policy('$0'), ['lambda:EventSourceToken', '…']);
  checkAccepted(policy('aws:R$0'), 'aws:RequestTag/${TagKey}', policy('aws:RequestTag/${1:TagKey}: $2'));
});

test('values of known sets, and what the template has', () => {
  checkCompletion(queuePolicy(' { StringEquals: { aws:SourceAccount: $0 } }'), ['AWS::AccountId']);
  checkAccepted(
    queuePolicy(' { StringEquals: { aws:SourceAccount: $0 } }'),
    'AWS::AccountId',
    queuePolicy(' { StringEquals: { aws:SourceAccount: !Ref AWS::AccountId } }'),
  );
  checkCompletion(queuePolicy(' { ArnLike: { aws:SourceArn: $0 } }'), ['Alerts']);
  checkAccepted(
    queuePolicy(' { ArnLike: { aws:SourceArn: $0 } }'),
    'Alerts',
    queuePolicy(' { ArnLike: { aws:SourceArn: !Ref Alerts } }'),
  );
  checkCompletion(queuePolicy(' { Bool: { aws:SecureTransport: $0 } }'), ['true', 'false']);
  checkAccepted(
    queuePolicy(' { Bool: { aws:SecureTransport: "$0" } }'),
    'false',
    queuePolicy(' { Bool: { aws:SecureTransport: "false" } }'),
  );
  checkCompletion(queuePolicy(' { "Null": { aws:SourceArn: $0 } }'), ['true', 'false']);
  checkCompletion(queuePolicy(' { StringEquals: { lambda:FunctionUrlAuthType: $0 } }'), ['AWS_IAM', 'NONE']);
  checkOffers(queuePolicy(' { StringEquals: { aws:RequestedRegion: $0 } }'), ['eu-west-1']);
  checkOffers(queuePolicy(' { StringEquals: { iam:PassedToService: $0 } }'), ['lambda.amazonaws.com']);
});

test('in JSON the first operator brings the braces', () => {
  const json = (condition: string): string =>
    `{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "*", "Condition": ${condition}}]}`;
  checkAcceptedIn('json', json('$0'), 'StringEquals', json('{"StringEquals": {"${1:key}": "${2:value}"}}'));
  checkAcceptedIn('json', json('{"$0"}'), 'StringEquals', json('{"StringEquals": {"${1:key}": "${2:value}"}}'));
  checkAcceptedIn(
    'json',
    json('{"StringEquals": {"$0"}}'),
    'aws:PrincipalOrgID',
    json('{"StringEquals": {"aws:PrincipalOrgID": "$1"}}'),
  );
});
