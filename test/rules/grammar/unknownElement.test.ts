import { test } from 'vitest';
import { unknownElement } from '../../../server/src/rules/grammar/unknownElement.ts';
import { managedPolicy } from '../../../server/src/rules/support/samples.ts';
import { checkFix, checkNoFix, checkRule } from '../../harness/index.ts';

test.each([
  ['Actions', 'Action'],
  ['effect', 'Effect'],
  ['Ressource', 'Resource'],
])('renames %s to %s', (wrong, right) => {
  const policy = `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: s3:GetObject
        Resource: arn:aws:s3:::orders/*
    `;
  checkFix(unknownElement, policy.replace(`${right}:`, `${wrong}:`), policy);
});

test('leaves a key alone whose right name is there already, or that is like none', () => {
  checkNoFix(
    unknownElement,
    `
    Version: "2012-10-17"
    Description: Read orders
    Statement:
      - Effect: Allow
        Action: s3:GetObject
        Actions: s3:PutObject
        Resource: arn:aws:s3:::orders/*
    `,
  );
});

test('nothing for includes and merge keys', () => {
  checkRule(
    unknownElement,
    managedPolicy(`
    - &reading
      Effect: Allow
      Action: s3:GetObject
      Resource: arn:aws:s3:::orders/*
    - <<: *reading
      Resource: arn:aws:s3:::bills/*
    - Effect: Allow
      Fn::Transform: { Name: AWS::Include, Parameters: { Location: s3://orders/actions.yaml } }
    `),
  );
});
