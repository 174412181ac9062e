import { test } from 'vitest';
import { redundantSessionPrincipal } from '../../../server/src/rules/trust/redundantSessionPrincipal.ts';
import { checkFix, checkRule } from '../../harness/index.ts';

test('removes the session', () => {
  checkFix(
    redundantSessionPrincipal,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Principal:
          AWS:
            - arn:aws:sts::123456789012:assumed-role/deploy/build
            - arn:aws:iam::123456789012:role/ci/deploy
        Action: sts:AssumeRole
    `,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Principal:
          AWS:
            - arn:aws:iam::123456789012:role/ci/deploy
        Action: sts:AssumeRole
    `,
  );
});

test('nothing for the session of another role or account', () => {
  checkRule(
    redundantSessionPrincipal,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Principal:
          AWS:
            - arn:aws:iam::123456789012:role/deploy
            - arn:aws:sts::123456789012:assumed-role/test/build
            - arn:aws:sts::123456789013:assumed-role/deploy/build
        Action: sts:AssumeRole
    `,
  );
});
