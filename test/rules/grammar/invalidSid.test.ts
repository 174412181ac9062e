import { test } from 'vitest';
import { invalidSid } from '../../../server/src/rules/grammar/invalidSid.ts';
import { checkFix, checkRule } from '../../harness/index.ts';

test('writes the words as one', () => {
  const policy = (sid: string): string => `
    Version: "2012-10-17"
    Statement:
      - Sid: ${sid}
        Effect: Allow
        Action: s3:GetObject
        Resource: arn:aws:s3:::orders/*
    `;
  checkFix(invalidSid, policy('read-the_orders'), policy('ReadTheOrders'));
});

test('a hyphen beside what deployment fills in; nothing in policies on resources', () => {
  checkRule(
    invalidSid,
    `
    Resources:
      Reading:
        Type: AWS::IAM::ManagedPolicy
        Properties:
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Sid: !Sub "read-\${Stage}"
                #    ^^^^^^^^^^^^^^^^^^^^ error: A Sid consists of letters and digits in this policy, so IAM refuses the - in it
                Effect: Allow
                Action: s3:GetObject
                Resource: "*"
              - Sid: !Ref Stage
                Effect: Allow
                Action: s3:ListBucket
                Resource: "*"
      OrdersPolicy:
        Type: AWS::S3::BucketPolicy
        Properties:
          Bucket: orders
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - { Sid: read orders, Effect: Allow, Principal: { AWS: "123456789012" }, Action: s3:GetObject, Resource: "*" }
    `,
  );
});
