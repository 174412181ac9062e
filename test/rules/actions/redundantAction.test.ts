import { test } from 'vitest';
import { redundantAction } from '../../../server/src/rules/actions/redundantAction.ts';
import { checkFix, checkRule } from '../../harness/index.ts';

test('the narrower one goes', () => {
  checkFix(
    redundantAction,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: [s3:Get*, s3:GetObject]
        Resource: arn:aws:s3:::orders/*
    `,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: [s3:Get*]
        Resource: arn:aws:s3:::orders/*
    `,
  );
});

test('one that stands twice', () => {
  checkFix(
    redundantAction,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: [s3:GetObject, s3:getobject]
        Resource: arn:aws:s3:::orders/*
    `,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: [s3:GetObject]
        Resource: arn:aws:s3:::orders/*
    `,
  );
});

test('of two patterns', () => {
  checkFix(
    redundantAction,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: [s3:GetObject*, s3:Get*]
        Resource: arn:aws:s3:::orders/*
    `,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: [s3:Get*]
        Resource: arn:aws:s3:::orders/*
    `,
  );
});

test.each(['[s3:Get*, s3:PutObject]', 's3:GetObject'])('nothing for %s', (action) => {
  checkRule(
    redundantAction,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: ${action}
        Resource: arn:aws:s3:::orders/*
    `,
  );
});
