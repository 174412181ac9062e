import { test } from 'vitest';
import { missingVersion } from '../../../server/src/rules/grammar/missingVersion.ts';
import { checkFix, checkRule } from '../../harness/index.ts';

test('adds the version in front', () => {
  checkFix(
    missingVersion,
    `
    Resources:
      Reading:
        Type: AWS::IAM::ManagedPolicy
        Properties:
          PolicyDocument:
            Statement:
              - Effect: Allow
                Action: s3:GetObject
                Resource: arn:aws:s3:::orders/*
    `,
    `
    Resources:
      Reading:
        Type: AWS::IAM::ManagedPolicy
        Properties:
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - Effect: Allow
                Action: s3:GetObject
                Resource: arn:aws:s3:::orders/*
    `,
  );
});

test('is only a hint, and nothing for the inline policies of SAM, or statements without a document', () => {
  checkRule(
    missingVersion,
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
                  Resource: arn:aws:s3:::orders/*
          AssumeRolePolicyDocument:
            Statement:
    #       ^^^^^^^^^ hint: The policy of Worker has no Version
              - Effect: Allow
                Principal: { Service: lambda.amazonaws.com }
                Action: sts:AssumeRole
      Bus:
        Type: AWS::Events::EventBusPolicy
        Properties:
          StatementId: orders
          Statement:
            Effect: Allow
            Principal: { AWS: "123456789012" }
            Action: events:PutEvents
            Resource: "*"
    `,
  );
});
