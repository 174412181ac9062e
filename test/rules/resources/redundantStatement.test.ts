import { test } from 'vitest';
import { redundantStatement } from '../../../server/src/rules/resources/redundantStatement.ts';
import { checkFix, checkRule } from '../../harness/index.ts';

test('the second goes', () => {
  checkFix(
    redundantStatement,
    `
    Version: "2012-10-17"
    Statement:
      - {Sid: A, Effect: Allow, Action: s3:GetObject, Resource: "arn:aws:s3:::orders/*"}
      - {Sid: B, Effect: Allow, Action: [S3:getobject], Resource: ["arn:aws:s3:::orders/*"]}
    `,
    `
    Version: "2012-10-17"
    Statement:
      - {Sid: A, Effect: Allow, Action: s3:GetObject, Resource: "arn:aws:s3:::orders/*"}
    `,
  );
});

test('other conditions or effects', () => {
  checkRule(
    redundantStatement,
    `
    Version: "2012-10-17"
    Statement:
      - {Sid: A, Effect: Allow, Action: s3:GetObject, Resource: "arn:aws:s3:::orders/*"}
      - {Sid: B, Effect: Deny, Action: [S3:getobject], Resource: ["arn:aws:s3:::orders/*"]}
    `,
  );
  checkRule(
    redundantStatement,
    `
    Version: "2012-10-17"
    Statement:
      - {Sid: A, Effect: Allow, Action: s3:GetObject, Resource: "arn:aws:s3:::orders/*"}
      - {Sid: B, Effect: Allow, Action: [S3:getobject], Resource: ["arn:aws:s3:::orders/*"], Condition: {Bool: {aws:SecureTransport: "true"}}}
    `,
  );
});
