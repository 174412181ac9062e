import { test } from 'vitest';
import { missingEffect } from '../../../server/src/rules/grammar/missingEffect.ts';
import { managedPolicy } from '../../../server/src/rules/support/samples.ts';
import { checkFix, checkRule } from '../../harness/index.ts';

const POLICY = `
    Version: "2012-10-17"
    Statement:
      - Action: s3:GetObject
        Resource: arn:aws:s3:::orders/*
    `;

test.each(['Allow', 'Deny'])('adds %s when the author says so', (effect) => {
  checkFix(missingEffect, POLICY, `${POLICY.trimEnd()}\n        Effect: ${effect}\n    `, { title: `Add Effect: ${effect}` });
});

test('nothing for one that is misspelt, decided at deployment or included', () => {
  checkRule(
    missingEffect,
    managedPolicy(`
    - { effect: Allow, Action: s3:GetObject, Resource: "*" }
    - { Effect: !Ref Effect, Action: s3:GetObject, Resource: "*" }
    - Fn::Transform: { Name: AWS::Include, Parameters: { Location: s3://orders/effect.yaml } }
      Action: s3:GetObject
      Resource: "*"
    `),
  );
});
