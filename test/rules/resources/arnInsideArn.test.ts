import { test } from 'vitest';
import { arnInsideArn } from '../../../server/src/rules/resources/arnInsideArn.ts';
import { BUCKET, rolePolicy } from '../../../server/src/rules/support/samples.ts';
import { checkNoFix, checkRule } from '../../harness/index.ts';

test('which one is meant is for the author to say', () => {
  checkNoFix(
    arnInsideArn,
    rolePolicy(
      BUCKET,
      `
      - Effect: Allow
        Action: s3:GetObject
        Resource: !Sub "arn:aws:s3:::\${Orders.Arn}/*"
      `,
    ),
  );
});

test('names, and ARNs alone', () => {
  checkRule(
    arnInsideArn,
    rolePolicy(
      BUCKET,
      `
      - Effect: Allow
        Action: s3:GetObject
        Resource: !Sub "\${Orders.Arn}/*"
      `,
    ),
  );
  checkRule(
    arnInsideArn,
    rolePolicy(
      BUCKET,
      `
      - Effect: Allow
        Action: s3:GetObject
        Resource: !Sub "arn:aws:s3:::\${Orders}/*"
      `,
    ),
  );
});
