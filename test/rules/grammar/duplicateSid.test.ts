import { test } from 'vitest';
import { duplicateSid } from '../../../server/src/rules/grammar/duplicateSid.ts';
import { managedPolicy } from '../../../server/src/rules/support/samples.ts';
import { checkFix, checkRule } from '../../harness/index.ts';

test('numbers the second one, past a number that is taken', () => {
  const policy = (sid: string): string => `
    Version: "2012-10-17"
    Statement:
      - { Sid: Read, Effect: Allow, Action: s3:GetObject, Resource: arn:aws:s3:::orders/* }
      - { Sid: Read2, Effect: Allow, Action: s3:GetObject, Resource: arn:aws:s3:::bills/* }
      - { Sid: ${sid}, Effect: Allow, Action: s3:GetObject, Resource: arn:aws:s3:::notes/* }
    `;
  checkFix(duplicateSid, policy('Read'), policy('Read3'));
});

test('only a warning in a policy on a resource', () => {
  checkRule(
    duplicateSid,
    `
    Resources:
      OrdersPolicy:
        Type: AWS::S3::BucketPolicy
        Properties:
          Bucket: orders
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - { Sid: Read, Effect: Allow, Principal: { AWS: "123456789012" }, Action: s3:GetObject, Resource: "*" }
              - Sid: Read
                #    ^^^^ warning: Another statement of this policy has the Sid Read
                Effect: Allow
                Principal: { AWS: "123456789013" }
                Action: s3:GetObject
                Resource: "*"
    `,
  );
});

test('nothing for the two branches of a condition, and what deployment fills in', () => {
  checkRule(
    duplicateSid,
    managedPolicy(`
    - !If
      - Open
      - { Sid: Read, Effect: Allow, Action: s3:GetObject, Resource: "*" }
      - { Sid: Read, Effect: Deny, Action: s3:GetObject, Resource: "*" }
    - { Sid: !Sub "Read\${Stage}", Effect: Allow, Action: s3:ListBucket, Resource: "*" }
    - { Sid: !Sub "Read\${Stage}", Effect: Allow, Action: s3:ListBucket, Resource: "*" }
    `),
  );
});
