import { test } from 'vitest';
import { checkAccepted, checkAcceptedIn, checkCompletion, checkOffers } from '../../harness/index.ts';

const identity = (statement: string): string => `
  Version: "2012-10-17"
  Statement:
    - Effect: Allow
      Action: s3:GetObject
      ${statement}
  `;

test('the elements that the statement does not have yet', () => {
  checkCompletion(identity('$0'), ['Resource', 'Condition', 'Sid', 'NotResource', 'Principal', 'NotPrincipal']);
  checkAccepted(identity('$0'), 'Resource', identity('Resource: $1'));
  checkAccepted(
    identity('Co$0'),
    'Condition',
    identity('Condition:\n        ${1:StringEquals}:\n          ${2:key}: ${3:value}'),
  );
  checkAccepted(identity('R$0: x'), 'Resource', identity('Resource: x'));
});

test('in braces, on one line', () => {
  const flow = (entries: string): string => `
    Version: "2012-10-17"
    Statement: [{ Effect: Allow, ${entries} }]
    `;
  checkAccepted(flow('$0'), 'Action', flow('Action: [$1]'));
  checkAcceptedIn(
    'json',
    '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", $0 "Action": "s3:GetObject"}]}',
    'Resource',
    '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Resource": "$1", "Action": "s3:GetObject"}]}',
  );
  checkAcceptedIn(
    'json',
    '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Act$0"}]}',
    'Action',
    '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["$1"]}]}',
  );
});

const owned = (type: string, property: string, statement: string): string => `
  Resources:
    Owner:
      Type: ${type}
      Properties:
        ${property}:
          Version: "2012-10-17"
          Statement:
            - Effect: Allow
              ${statement}
  `;

test('the comma that the element in front lacks', () => {
  checkAcceptedIn(
    'json',
    '{"Version": "2012-10-17", "Statement": [{\n  "Effect": "Allow"\n  $0\n}]}',
    'Resource',
    '{"Version": "2012-10-17", "Statement": [{\n  "Effect": "Allow",\n  "Resource": "$1"\n}]}',
  );
});

test('which elements there are depends on what the policy is for', () => {
  checkCompletion(owned('AWS::IAM::Policy', 'PolicyDocument', '$0'), [
    'Action',
    'Resource',
    'Condition',
    'Sid',
    'NotAction',
    'NotResource',
  ]);
  checkCompletion(owned('AWS::IAM::Role', 'AssumeRolePolicyDocument', '$0'), [
    'Principal',
    'Action',
    'Condition',
    'Sid',
    'NotPrincipal',
    'NotAction',
  ]);
  checkOffers(owned('AWS::SQS::QueuePolicy', 'PolicyDocument', '$0'), ['Principal', 'Resource']);
});

test('effects and versions', () => {
  checkCompletion(identity('').replace('Allow', '$0'), ['Allow', 'Deny']);
  checkAccepted(identity('').replace('Allow', 'D$0'), 'Deny', identity('').replace('Allow', 'Deny'));
  checkCompletion(identity('').replace('2012-10-17', '$0'), ['2012-10-17', '2008-10-17']);
  checkAccepted(identity('').replace('"2012-10-17"', '$0'), '2012-10-17', identity('').replace('"2012-10-17"', "'2012-10-17'"));
});

test('whole statements, and the first element of one', () => {
  checkCompletion(identity('\n    - $0').replace('\n      \n', '\n'), ['Allow', 'Deny', 'Effect', 'Action', '…']);
  checkAccepted(
    `
    Version: "2012-10-17"
    Statement:
      - $0
    `,
    'Allow',
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action:
          - $1
        Resource: $2
    `,
  );
  checkAccepted(
    `
    Version: "2012-10-17"
    Statement:
      - E$0
    `,
    'Effect',
    `
    Version: "2012-10-17"
    Statement:
      - Effect: \${1:Allow}
    `,
  );
  checkAcceptedIn(
    'json',
    '{"Version": "2012-10-17", "Statement": [$0]}',
    'Deny',
    '{"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Action": ["$1"], "Resource": "$2"}]}',
  );
});

test('a policy where there is none yet', () => {
  const role = (policy: string): string => `
    Resources:
      Role:
        Type: AWS::IAM::Role
        Properties:
          AssumeRolePolicyDocument:${policy}
          Path: /
    `;
  checkCompletion(role(' $0'), ['Policy', 'Version', 'Statement']);
  const whole = `
            Version: '2012-10-17'
            Statement:
              - Effect: Allow
                Principal:
                  Service: lambda.amazonaws.com
                Action: sts:AssumeRole`;
  checkAccepted(role(' $0'), 'Policy', role(whole));
  checkAccepted(role('\n            $0'), 'Policy', role(whole));
  checkCompletion(role('\n            Version: "2012-10-17"\n            $0'), ['Statement', 'Id']);
});

test('types of principals, and principals', () => {
  const trust = (principal: string): string => owned('AWS::IAM::Role', 'AssumeRolePolicyDocument', `Principal:${principal}`);
  checkCompletion(trust(' $0'), ['Service', 'AWS', 'Federated', 'CanonicalUser', '*']);
  checkCompletion(trust(' { Service: lambda.amazonaws.com, $0 }'), ['AWS', 'Federated', 'CanonicalUser']);
  checkAccepted(trust(' $0'), 'Service', trust('\n                Service: $1'));
  checkAccepted(trust(' $0'), '*', trust(" '*'"));
  checkCompletion(trust(' { Service: $0 }'), ['lambda.amazonaws.com', 'apigateway.amazonaws.com', '…']);
  checkAccepted(trust(' { Service: [$0] }'), 'states.amazonaws.com', trust(' { Service: [states.amazonaws.com] }'));
  checkOffers(trust(' { Federated: $0 }'), ['cognito-identity.amazonaws.com']);
  checkCompletion(trust(' { AWS: $0 }'), [
    'arn:${AWS::Partition}:iam::${AWS::AccountId}:root',
    'arn:${Partition}:iam::${AccountId}:root',
    '*',
  ]);
});

test('the services of which the template has resources come first in the policy of a queue', () => {
  checkCompletion(
    `
    Resources:
      Files:
        Type: AWS::S3::Bucket
      Access:
        Type: AWS::SQS::QueuePolicy
        Properties:
          PolicyDocument:
            Statement:
              - Effect: Allow
                Principal: { Service: $0 }
    `,
    ['s3.amazonaws.com', 'sns.amazonaws.com', '…'],
  );
});

test('a statement for what the functions with the role lack comes first', () => {
  const template = (statement: string): string => `
    Resources:
      Jobs:
        Type: AWS::SQS::Queue
      Role:
        Type: AWS::IAM::Role
        Properties:
          AssumeRolePolicyDocument:
            Statement:
              - Effect: Allow
                Principal: { Service: lambda.amazonaws.com }
                Action: sts:AssumeRole
          Policies:
            - PolicyName: work
              PolicyDocument:
                Version: "2012-10-17"
                Statement:
                  - Effect: Allow
                    Action: logs:*
                    Resource: "*"
                  - ${statement}
      Worker:
        Type: AWS::Lambda::Function
        Properties:
          Role: !GetAtt Role.Arn
      Mapping:
        Type: AWS::Lambda::EventSourceMapping
        Properties:
          FunctionName: !Ref Worker
          EventSourceArn: !GetAtt Jobs.Arn
    `;
  checkCompletion(template('$0'), ['Allow Mapping', 'Allow', 'Deny', '…']);
  const actions = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'].map(
    (id) => `\n                      - ${id}`,
  );
  checkAccepted(
    template('$0'),
    'Allow Mapping',
    template(`Effect: Allow\n                    Action:${actions.join('')}\n                    Resource: !GetAtt Jobs.Arn`),
  );
});
