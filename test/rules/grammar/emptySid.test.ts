import { test } from 'vitest';
import { emptySid } from '../../../server/src/rules/grammar/emptySid.ts';
import { checkFix } from '../../harness/index.ts';

test('removes it', () => {
  checkFix(
    emptySid,
    `
    Version: "2012-10-17"
    Statement:
      - Sid: ""
        Effect: Allow
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
