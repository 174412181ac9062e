import { test } from 'vitest';
import { arnInsideArn } from '../../../server/src/rules/resources/arnInsideArn.ts';
import { checkNoFix, checkRule } from '../../harness/index.ts';

test('which one is meant is for the author to say', () => {
  checkNoFix(
    arnInsideArn,
    `
    Resources:
      Orders:
        Type: AWS::S3::Bucket
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
                Resource: !Sub "arn:aws:s3:::\${Orders.Arn}/*"
    `,
  );
});

test('names, and ARNs alone', () => {
  checkRule(
    arnInsideArn,
    `
    Resources:
      Orders:
        Type: AWS::S3::Bucket
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
                Resource: !Sub "\${Orders.Arn}/*"
    `,
  );
  checkRule(
    arnInsideArn,
    `
    Resources:
      Orders:
        Type: AWS::S3::Bucket
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
                Resource: !Sub "arn:aws:s3:::\${Orders}/*"
    `,
  );
});
