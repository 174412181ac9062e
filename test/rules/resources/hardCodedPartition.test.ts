import { test } from 'vitest';
import { hardCodedPartition } from '../../../server/src/rules/resources/hardCodedPartition.ts';
import { checkFix, checkRule } from '../../harness/index.ts';

test('a literal', () => {
  checkFix(
    hardCodedPartition,
    `
    Resources:
      Orders:
        Type: AWS::SQS::Queue
      Policy:
        Type: AWS::IAM::Policy
        Properties:
          PolicyName: read
          Roles: [worker]
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: s3:GetObject
                Resource:
                  - !Sub "arn:\${AWS::Partition}:s3:::a/*"
                  - arn:aws:s3:::b/*
    `,
    `
    Resources:
      Orders:
        Type: AWS::SQS::Queue
      Policy:
        Type: AWS::IAM::Policy
        Properties:
          PolicyName: read
          Roles: [worker]
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: s3:GetObject
                Resource:
                  - !Sub "arn:\${AWS::Partition}:s3:::a/*"
                  - !Sub arn:\${AWS::Partition}:s3:::b/*
    `,
  );
});

test('in Fn::Sub', () => {
  checkFix(
    hardCodedPartition,
    `
    Resources:
      Orders:
        Type: AWS::SQS::Queue
      Policy:
        Type: AWS::IAM::Policy
        Properties:
          PolicyName: read
          Roles: [worker]
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: s3:GetObject
                Resource:
                  - !Sub "arn:\${AWS::Partition}:s3:::a/*"
                  - !Sub "arn:aws:s3:::\${AWS::StackName}/*"
    `,
    `
    Resources:
      Orders:
        Type: AWS::SQS::Queue
      Policy:
        Type: AWS::IAM::Policy
        Properties:
          PolicyName: read
          Roles: [worker]
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: s3:GetObject
                Resource:
                  - !Sub "arn:\${AWS::Partition}:s3:::a/*"
                  - !Sub "arn:\${AWS::Partition}:s3:::\${AWS::StackName}/*"
    `,
  );
});

test('a template for one partition', () => {
  checkRule(
    hardCodedPartition,
    `
    Resources:
      Orders:
        Type: AWS::SQS::Queue
      Policy:
        Type: AWS::IAM::Policy
        Properties:
          PolicyName: read
          Roles: [worker]
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: s3:GetObject
                Resource:
                  - arn:aws:s3:::a/*
                  - arn:aws:s3:::b/*
    `,
  );
});
