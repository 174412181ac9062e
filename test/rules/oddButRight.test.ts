import { expect, test } from 'vitest';
import { checkAll } from '../../server/src/rules/index.ts';
import { analysed, dedent, jsonTwin } from '../harness/index.ts';

/** Policies that look wrong at first sight, or are written in a way of which there are few, and in which all is right. */
const POLICIES: readonly (readonly [what: string, text: string])[] = [
  [
    'elements in another order, one statement without a list',
    `
    Statement: {Resource: "arn:aws:s3:::orders/*", Action: s3:GetObject, Effect: Allow, Sid: Read}
    Version: 2012-10-17
    `,
  ],
  [
    'actions in any letter case',
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: [SQS:sendmessage, sqs:GETQUEUEURL]
        Resource: arn:aws:sqs:eu-west-1:123456789012:orders
    `,
  ],
  [
    'wildcards within an action',
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: ["iam:List*Tags", "s3:Get?bject", "sqs:*Message"]
        Resource: ["arn:aws:iam::123456789012:role/a", "arn:aws:s3:::orders/*", "arn:aws:sqs:*:123456789012:orders"]
    `,
  ],
  [
    'an action that AWS no longer lists',
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Deny
        Action: SNS:Receive
        Resource: arn:aws:sns:eu-west-1:123456789012:orders
    `,
  ],
  [
    'operators and keys in any letter case',
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: s3:GetObject
        Resource: arn:aws:s3:::orders/*
        Condition:
          stringequals: {AWS:principalorgid: o-a1b2c3d4e5}
          bool: {aws:securetransport: "TRUE"}
    `,
  ],
  [
    'booleans and numbers without quotes',
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: s3:ListBucket
        Resource: arn:aws:s3:::orders
        Condition:
          Bool: {aws:SecureTransport: true}
          NumericLessThanEquals: {s3:max-keys: 10}
    `,
  ],
  [
    'a folded ARN, and one between long quotes',
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: s3:GetObject
        Resource:
          - >-
            arn:aws:s3:::orders/*
          - "arn:aws:s3:::\\u0072eturns/*"
    `,
  ],
  [
    'policy variables, and one that stands for a dollar sign',
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: s3:GetObject
        Resource: ["arn:aws:s3:::orders/\${aws:username}/*", "arn:aws:s3:::orders/\${aws:PrincipalTag/team, 'none'}/\${*}.txt", "arn:aws:s3:::prices/\${$}*"]
    `,
  ],
  [
    'tags as actions carry them',
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: sqs:CreateQueue
        Resource: arn:aws:sqs:eu-west-1:123456789012:*
        Condition:
          ForAllValues:StringEquals: {aws:TagKeys: [team, stage]}
          StringLike: {aws:RequestTag/team: "*"}
    `,
  ],
  [
    'two values of which one is a range of addresses of version 6',
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Deny
        Action: s3:*
        Resource: "*"
        Condition:
          NotIpAddress: {aws:SourceIp: [203.0.113.7, "2001:DB8:1234:5678::/64"]}
    `,
  ],
  [
    'dates of several forms',
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: s3:GetObject
        Resource: arn:aws:s3:::orders/*
        Condition:
          DateGreaterThan: {aws:CurrentTime: 2026-01-01T00:00:00Z}
          DateLessThan: {aws:EpochTime: 1798761600}
    `,
  ],
  [
    'a Deny of all but some actions, elsewhere',
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Deny
        NotAction: [iam:*, sts:*]
        Resource: "*"
        Condition:
          StringNotEquals: {aws:RequestedRegion: [eu-west-1, us-east-1]}
    `,
  ],
  [
    'ARNs of other partitions',
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: sqs:SendMessage
        Resource: [arn:aws-cn:sqs:cn-north-1:123456789012:orders, arn:aws-us-gov:sqs:us-gov-west-1:123456789012:orders, "arn:*:sqs:*:*:returns"]
    `,
  ],
  [
    'a trust policy for two kinds of principals',
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Principal: {Service: [lambda.amazonaws.com, edgelambda.amazonaws.com], AWS: "123456789012"}
        Action: [sts:AssumeRole, sts:TagSession]
    `,
  ],
  [
    'GitHub, limited to a branch',
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Principal: {Federated: arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com}
        Action: sts:AssumeRoleWithWebIdentity
        Condition:
          StringEquals: {token.actions.githubusercontent.com:aud: sts.amazonaws.com}
          StringLike: {token.actions.githubusercontent.com:sub: "repo:made/up:ref:refs/heads/main"}
    `,
  ],
  [
    'a service in a Region of its own, from one account',
    `
    Version: "2012-10-17"
    Id: orders
    Statement:
      - Sid: from the logs of eu-west-1
        Effect: Allow
        Principal: {Service: logs.eu-west-1.amazonaws.com}
        Action: kms:Decrypt
        Resource: "*"
        Condition:
          ArnLike: {kms:EncryptionContext:aws:logs:arn: "arn:aws:logs:eu-west-1:123456789012:*"}
          StringEquals: {aws:SourceAccount: "123456789012"}
    `,
  ],
  [
    'everybody of an organization',
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Principal: "*"
        Action: s3:GetObject
        Resource: arn:aws:s3:::orders/*
        Condition:
          StringEquals: {aws:PrincipalOrgID: o-a1b2c3d4e5}
    `,
  ],
  [
    'conditions of the template at every level',
    `
    Parameters:
      Table: {Type: String}
    Conditions:
      IsProd: !Equals [!Ref AWS::Region, eu-west-1]
    Resources:
      Readers:
        Type: AWS::IAM::ManagedPolicy
        Properties:
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - !If
                - IsProd
                - Effect: Allow
                  Action: [!If [IsProd, sqs:SendMessage, !Ref AWS::NoValue], sqs:GetQueueUrl]
                  Resource: !If [IsProd, !Sub "arn:\${AWS::Partition}:sqs:*:*:orders", !Ref AWS::NoValue]
                - !Ref AWS::NoValue
              - Effect: !If [IsProd, Allow, Deny]
                Action: dynamodb:GetItem
                Resource: !Sub "arn:\${AWS::Partition}:dynamodb:\${AWS::Region}:\${AWS::AccountId}:table/\${Table}"
    `,
  ],
  [
    'Fn::Join, Fn::Sub with a policy variable, Fn::Select and Fn::ImportValue',
    `
    Parameters:
      Names: {Type: CommaDelimitedList}
    Resources:
      Orders:
        Type: AWS::S3::Bucket
      Returns:
        Type: AWS::S3::Bucket
      Readers:
        Type: AWS::IAM::ManagedPolicy
        Properties:
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              Effect: Allow
              Action: s3:GetObject
              Resource:
                - !Join ["", ["arn:", !Ref AWS::Partition, ":s3:::", !Ref Orders, "/*"]]
                - !Sub "\${Returns.Arn}/\${!aws:userid}/*"
                - Fn::Sub: ["arn:\${AWS::Partition}:s3:::\${Name}/*", {Name: !Select [0, !Ref Names]}]
                - !ImportValue ReturnsArn
    `,
  ],
  [
    'a list that is a parameter, and an account with a leading zero',
    `
    Parameters:
      Principals: {Type: CommaDelimitedList}
    Resources:
      Orders:
        Type: AWS::SQS::Queue
      Policy:
        Type: AWS::SQS::QueuePolicy
        Properties:
          Queues: [!Ref Orders]
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Principal: {AWS: !Ref Principals}
                Action: sqs:SendMessage
                Resource: !GetAtt Orders.Arn
              - Effect: Allow
                Principal: {AWS: "012345678901"}
                Action: SQS:ReceiveMessage
                Resource: "*"
    `,
  ],
  [
    'a service control policy',
    `
    Resources:
      Guard:
        Type: AWS::Organizations::Policy
        Properties:
          Name: guard
          Type: SERVICE_CONTROL_POLICY
          Content:
            Version: "2012-10-17"
            Statement:
              - {Effect: Allow, Action: "*", Resource: "*"}
              - {Effect: Deny, NotAction: ["iam:*"], Resource: "*", Condition: {StringNotEquals: {"aws:RequestedRegion": eu-west-1}}}
    `,
  ],
  [
    'a key’s policy, in which * is the key',
    `
    Resources:
      Key:
        Type: AWS::KMS::Key
        Properties:
          KeyPolicy:
            Version: "2012-10-17"
            Statement:
              - Sid: Enable IAM policies
                Effect: Allow
                Principal: {AWS: !Sub "arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root"}
                Action: kms:*
                Resource: "*"
    `,
  ],
];

test.each(POLICIES)('nothing is said of %s', (_, text) => {
  const yaml = dedent(text);
  const said = (language: 'yaml' | 'json', source: string): readonly string[] =>
    checkAll(analysed(source, language)).map(({ ruleId, severity, message }) => `${severity} ${ruleId}: ${message}`);
  expect(said('yaml', yaml)).toEqual([]);
  expect(said('json', jsonTwin(yaml))).toEqual([]);
});
