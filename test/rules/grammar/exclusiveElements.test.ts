import { test } from 'vitest';
import { exclusiveElements } from '../../../server/src/rules/grammar/exclusiveElements.ts';
import { managedPolicy } from '../../../server/src/rules/support/samples.ts';
import { checkFix, checkRule } from '../../harness/index.ts';

test('removes the one that the author does not mean', () => {
  checkFix(
    exclusiveElements,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: s3:GetObject
        Resource: arn:aws:s3:::orders/*
        NotResource: arn:aws:s3:::bills/*
    `,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: s3:GetObject
        Resource: arn:aws:s3:::orders/*
    `,
    { title: 'Remove NotResource' },
  );
});

test('nothing where one of them vanishes', () => {
  checkRule(
    exclusiveElements,
    managedPolicy(`
    - Effect: Deny
      Action: s3:GetObject
      NotAction: !Ref AWS::NoValue
      Resource: "*"
    `),
  );
});
