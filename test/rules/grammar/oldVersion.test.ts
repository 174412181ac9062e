import { test } from 'vitest';
import { oldVersion } from '../../../server/src/rules/grammar/oldVersion.ts';
import { checkFix, checkRule } from '../../harness/index.ts';

test('writes the new one', () => {
  checkFix(
    oldVersion,
    `
    Version: "2008-10-17"
    Statement:
      - Effect: Allow
        Action: s3:GetObject
        Resource: arn:aws:s3:::orders/*
    `,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: s3:GetObject
        Resource: arn:aws:s3:::orders/*
    `,
  );
});

test('nothing where variables make it a mistake of another rule', () => {
  checkRule(
    oldVersion,
    `
    Version: "2008-10-17"
    Statement:
      - Effect: Allow
        Action: s3:GetObject
        Resource: arn:aws:s3:::orders/\${aws:username}/*
    `,
  );
});
