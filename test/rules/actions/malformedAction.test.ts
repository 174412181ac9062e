import { test } from 'vitest';
import { malformedAction } from '../../../server/src/rules/actions/malformedAction.ts';
import { checkFix, checkNoFix, checkRule } from '../../harness/index.ts';

test('the colon was left out', () => {
  checkFix(
    malformedAction,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: s3GetObject
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

test('another separator', () => {
  checkFix(
    malformedAction,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: s3.GetObject
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

test('a blank', () => {
  checkFix(
    malformedAction,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: "s3: GetObject"
        Resource: arn:aws:s3:::orders/*
    `,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: "s3:GetObject"
        Resource: arn:aws:s3:::orders/*
    `,
  );
});

test('who knows', () => {
  checkNoFix(
    malformedAction,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: everything
        Resource: arn:aws:s3:::orders/*
    `,
  );
});

test.each(['s3:GetObject', '"*"', 's3:Get*', 'made:Up'])('nothing for %s', (action) => {
  checkRule(
    malformedAction,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: ${action}
        Resource: arn:aws:s3:::orders/*
    `,
  );
});
