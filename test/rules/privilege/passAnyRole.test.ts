import { test } from 'vitest';
import { passAnyRole } from '../../../server/src/rules/privilege/passAnyRole.ts';
import { checkNoFix, checkRule } from '../../harness/index.ts';

test('a pattern for all roles', () => {
  checkNoFix(
    passAnyRole,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: iam:PassRole
        Resource: arn:aws:iam::*:role/*
    `,
  );
});

test('through NotAction', () => {
  checkRule(
    passAnyRole,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        NotAction: s3:*
        #^^^^^^^^ warning: NotAction reaches every role
        Resource: "*"
    `,
  );
});

test('limited, or a mistake of another kind', () => {
  checkRule(
    passAnyRole,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: iam:PassRole
        Resource: arn:aws:iam::123456789012:role/app-*
    `,
  );
  checkRule(
    passAnyRole,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: iam:PassRole
        Resource: "*"
        Condition: {StringEquals: {iam:PassedToService: lambda.amazonaws.com}}
    `,
  );
  checkRule(
    passAnyRole,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: "*"
        Resource: "*"
    `,
  );
  checkRule(
    passAnyRole,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Deny
        Action: iam:PassRole
        Resource: "*"
    `,
  );
});
