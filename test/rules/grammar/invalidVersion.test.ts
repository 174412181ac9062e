import { test } from 'vitest';
import { invalidVersion } from '../../../server/src/rules/grammar/invalidVersion.ts';
import { checkFix, checkRule } from '../../harness/index.ts';

test('writes the right one, whatever the date was', () => {
  checkFix(
    invalidVersion,
    `
    Version: '2012-10-18'
    Statement:
      - Effect: Allow
        Action: s3:GetObject
        Resource: arn:aws:s3:::orders/*
    `,
    `
    Version: '2012-10-17'
    Statement:
      - Effect: Allow
        Action: s3:GetObject
        Resource: arn:aws:s3:::orders/*
    `,
  );
});

test('nothing for both versions, quoted or not, and for one that a parameter gives', () => {
  for (const version of ['2012-10-17', '"2012-10-17"', '"2008-10-17"', '!Ref Version', '']) {
    checkRule(
      invalidVersion,
      `
      Resources:
        Reading:
          Type: AWS::IAM::ManagedPolicy
          Properties:
            PolicyDocument:
              Version: ${version}
              Statement: []
      `,
    );
  }
});
