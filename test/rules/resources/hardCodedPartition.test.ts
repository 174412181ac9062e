import { test } from 'vitest';
import { hardCodedPartition } from '../../../server/src/rules/resources/hardCodedPartition.ts';
import { QUEUE, rolePolicy } from '../../../server/src/rules/support/samples.ts';
import { checkFix, checkRule } from '../../harness/index.ts';

test('a literal', () => {
  checkFix(
    hardCodedPartition,
    rolePolicy(
      QUEUE,
      `
      - Effect: Allow
        Action: s3:GetObject
        Resource:
          - !Sub "arn:\${AWS::Partition}:s3:::a/*"
          - arn:aws:s3:::b/*
      `,
    ),
    rolePolicy(
      QUEUE,
      `
      - Effect: Allow
        Action: s3:GetObject
        Resource:
          - !Sub "arn:\${AWS::Partition}:s3:::a/*"
          - !Sub arn:\${AWS::Partition}:s3:::b/*
      `,
    ),
  );
});

test('in Fn::Sub', () => {
  checkFix(
    hardCodedPartition,
    rolePolicy(
      QUEUE,
      `
      - Effect: Allow
        Action: s3:GetObject
        Resource:
          - !Sub "arn:\${AWS::Partition}:s3:::a/*"
          - !Sub "arn:aws:s3:::\${AWS::StackName}/*"
      `,
    ),
    rolePolicy(
      QUEUE,
      `
      - Effect: Allow
        Action: s3:GetObject
        Resource:
          - !Sub "arn:\${AWS::Partition}:s3:::a/*"
          - !Sub "arn:\${AWS::Partition}:s3:::\${AWS::StackName}/*"
      `,
    ),
  );
});

test('a template for one partition', () => {
  checkRule(
    hardCodedPartition,
    rolePolicy(
      QUEUE,
      `
      - Effect: Allow
        Action: s3:GetObject
        Resource:
          - arn:aws:s3:::a/*
          - arn:aws:s3:::b/*
      `,
    ),
  );
});
