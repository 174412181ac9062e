import { test } from 'vitest';
import { emptyElement } from '../../../server/src/rules/grammar/emptyElement.ts';
import { checkFix, checkRule } from '../../harness/index.ts';

test('removes an empty condition, which is only a hint', () => {
  checkFix(
    emptyElement,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: s3:GetObject
        Resource: arn:aws:s3:::orders/*
        Condition: {}
    `,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: s3:GetObject
        Resource: arn:aws:s3:::orders/*
    `,
  );
});

test('empty principals; nothing for a list that conditions fill', () => {
  checkRule(
    emptyElement,
    `
    Resources:
      OrdersPolicy:
        Type: AWS::S3::BucketPolicy
        Properties:
          Bucket: orders
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Principal: { AWS: [] }
    #           ^^^^^^^^^ warning: Principal is empty
                Action: s3:GetObject
                Resource: [!If [Open, arn:aws:s3:::orders/*, !Ref AWS::NoValue]]
                Condition: { StringEquals: {} }
    `,
  );
});
