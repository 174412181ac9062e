import { test } from 'vitest';
import { duplicateElement } from '../../../server/src/rules/grammar/duplicateElement.ts';
import { checkFix, checkNoFix, checkRule } from '../../harness/index.ts';

test('two blocks of the same operator, of which one is lost', () => {
  const policy = `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: s3:GetObject
        Resource: arn:aws:s3:::orders/*
        Condition:
          StringEquals: { aws:PrincipalTag/team: orders }
    #     ^^^^^^^^^^^^ error: StringEquals stands here twice
          StringEquals: { aws:RequestedRegion: eu-west-1 }
    `;
  checkRule(duplicateElement, policy);
  checkNoFix(duplicateElement, policy);
});

test('merges lists of actions', () => {
  checkFix(
    duplicateElement,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: s3:GetObject
        Action:
          - s3:PutObject
        Resource: arn:aws:s3:::orders/*
    `,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action:
          - s3:PutObject
          - s3:GetObject
        Resource: arn:aws:s3:::orders/*
    `,
  );
});
