import { test } from 'vitest';
import { privilegeEscalation } from '../../../server/src/rules/privilege/privilegeEscalation.ts';
import { checkNoFix, checkRule } from '../../harness/index.ts';

test('several actions together', () => {
  checkNoFix(
    privilegeEscalation,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: [iam:PassRole, ec2:RunInstances]
        Resource: "*"
    `,
  );
});

test('one of them alone, limited, denied, conditional', () => {
  checkRule(
    privilegeEscalation,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: ec2:RunInstances
        Resource: "*"
    `,
  );
  checkRule(
    privilegeEscalation,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: iam:CreatePolicyVersion
        Resource: arn:aws:iam::123456789012:policy/a
    `,
  );
  checkRule(
    privilegeEscalation,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: iam:CreatePolicyVersion
        Resource: "*"
      - {Effect: Deny, Action: iam:*, Resource: "*"}
    `,
  );
  checkRule(
    privilegeEscalation,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: iam:CreatePolicyVersion
        Resource: "*"
        Condition: {Bool: {aws:MultiFactorAuthPresent: "true"}}
    `,
  );
  checkRule(
    privilegeEscalation,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: "*"
        Resource: "*"
    `,
  );
});
