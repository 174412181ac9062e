import { test } from 'vitest';
import { wrongValueType } from '../../../server/src/rules/grammar/wrongValueType.ts';
import { managedPolicy } from '../../../server/src/rules/support/samples.ts';
import { checkFix, checkRule } from '../../harness/index.ts';

test('lists, mappings and texts in the wrong places', () => {
  checkRule(
    wrongValueType,
    `
    Version: "2012-10-17"
    Id: [orders]
    #   ^^^^^^^^ error: Id takes one text, and this is a list
    Statement:
      - Effect: Allow
        Action: { s3: GetObject }
        #       ^^^^^^^^^^^^^^^^^ error: Action takes a text or a list of texts, and this is a mapping
        Resource:
          - [arn:aws:s3:::orders/*]
          # ^^^^^^^^^^^^^^^^^^^^^^^ error: Resource takes a text or a list of texts, and this is a list
        Condition: [StringEquals]
        #          ^^^^^^^^^^^^^^ error: Condition takes a mapping of operators, and this is a list
      - read
      # ^^^^ error: Statement takes a list of statements, and this is a text
    `,
  );
});

test('takes a single text out of its list', () => {
  checkFix(
    wrongValueType,
    `
    Version: "2012-10-17"
    Statement:
      - Effect:
          - Deny
        Action: s3:GetObject
        Resource: arn:aws:s3:::orders/*
    `,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Deny
        Action: s3:GetObject
        Resource: arn:aws:s3:::orders/*
    `,
  );
});

test('nothing for expressions, and what is not written yet', () => {
  checkRule(
    wrongValueType,
    managedPolicy(`
    - !If
      - Wide
      - Effect: !FindInMap [Effects, Wide, Effect]
        Action: !Split [",", !Ref Actions]
        Resource: [!Sub "\${Bucket}/*", !If [Both, [a, b], !Ref AWS::NoValue]]
      - !Ref AWS::NoValue
    - Sid:
      Effect: !Ref Effect
      Action:
      Resource: "*"
      Condition:
        StringEquals:
    `),
  );
});
