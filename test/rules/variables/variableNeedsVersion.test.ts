import { test } from 'vitest';
import { variableNeedsVersion } from '../../../server/src/rules/variables/variableNeedsVersion.ts';
import { checkFix, checkRule } from '../../harness/index.ts';

test('adds the version that the inline policies of SAM lack', () => {
  checkFix(
    variableNeedsVersion,
    `
    Transform: AWS::Serverless-2016-10-31
    Resources:
      Worker:
        Type: AWS::Serverless::Function
        Properties:
          Policies:
            - Statement:
                - Effect: Allow
                  Action: s3:GetObject
                  Resource: arn:aws:s3:::orders/\${aws:PrincipalTag/team}/*
    `,
    `
    Transform: AWS::Serverless-2016-10-31
    Resources:
      Worker:
        Type: AWS::Serverless::Function
        Properties:
          Policies:
            - Version: '2012-10-17'
              Statement:
                - Effect: Allow
                  Action: s3:GetObject
                  Resource: arn:aws:s3:::orders/\${aws:PrincipalTag/team}/*
    `,
  );
});

test('replaces the old one', () => {
  checkFix(
    variableNeedsVersion,
    `
    Version: "2008-10-17"
    Statement:
      - Effect: Allow
        Action: s3:GetObject
        Resource: arn:aws:s3:::orders/\${aws:username}/*
    `,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: s3:GetObject
        Resource: arn:aws:s3:::orders/\${aws:username}/*
    `,
  );
});

test('nothing for escapes, references of the template, and versions that are not known', () => {
  checkRule(
    variableNeedsVersion,
    `
    Resources:
      Reading:
        Type: AWS::IAM::ManagedPolicy
        Properties:
          PolicyDocument:
            Statement:
              - { Effect: Allow, Action: s3:GetObject, Resource: ["arn:aws:s3:::orders/\${*}", !Sub "\${Bucket.Arn}/*"] }
      Writing:
        Type: AWS::IAM::ManagedPolicy
        Properties:
          PolicyDocument:
            Version: !Ref Version
            Statement:
              - { Effect: Allow, Action: s3:PutObject, Resource: "arn:aws:s3:::orders/\${aws:username}/*" }
    `,
  );
});
