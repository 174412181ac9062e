import { test } from 'vitest';
import { invalidEffect } from '../../../server/src/rules/grammar/invalidEffect.ts';
import { managedPolicy } from '../../../server/src/rules/support/samples.ts';
import { checkFix, checkRule } from '../../harness/index.ts';

function policy(effect: string): string {
  return `
    Version: "2012-10-17"
    Statement:
      - Effect: ${effect}
        Action: s3:GetObject
        Resource: arn:aws:s3:::orders/*
    `;
}

test.each([
  ['allow', 'Allow'],
  ['"DENY"', '"Deny"'],
  ['Allowed', 'Allow'],
  ['Denied', 'Deny'],
])('writes %s as %s', (wrong, right) => {
  checkFix(invalidEffect, policy(wrong), policy(right));
});

test('offers both where nothing tells which', () => {
  checkFix(invalidEffect, policy('Permit'), policy('Deny'), { title: 'Replace with Deny' });
});

test('looks into conditions, and leaves what deployment decides', () => {
  checkRule(
    invalidEffect,
    managedPolicy(`
    - Effect: !If [Open, Allow, deny]
      #                         ^^^^ error: Effect is Allow or Deny
      Action: s3:GetObject
      Resource: "*"
    - Effect: !Ref Effect
      Action: s3:GetObject
      Resource: "*"
    `),
  );
});
