import { test } from 'vitest';
import { tagKeyNotSupported } from '../../../server/src/rules/conditions/tagKeyNotSupported.ts';
import { policyWith } from '../../../server/src/rules/support/samples.ts';
import { checkRule } from '../../harness/index.ts';

test('a Deny is worse', () => {
  checkRule(
    tagKeyNotSupported,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Deny
        Action: sqs:SendMessage
        Resource: "*"
        Condition:
          StringNotEquals:
            aws:RequestTag/team: orders
            #^^^^^^^^^^^^^^^^^^ warning: sqs:SendMessage does not carry aws:RequestTag/team, so this comparison always holds.
    `,
  );
});

test.each(['StringEquals: {"aws:ResourceTag/team": a}', '"Null": {"aws:RequestTag/team": "false"}'])(
  'nothing for %s',
  (condition) => {
    checkRule(tagKeyNotSupported, policyWith(condition, 'sqs:CreateQueue'));
  },
);

test('what NotAction leaves has actions without tags', () => {
  checkRule(
    tagKeyNotSupported,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Deny
        NotAction: iam:*
        Resource: "*"
        Condition:
          StringEquals:
            aws:ResourceTag/team: orders
            #^^^^^^^^^^^^^^^^^^^ hint: Not every action that NotAction leaves carries aws:ResourceTag/team: those that do not, this statement never denies.
    `,
  );
});
