import { test } from 'vitest';
import { managedPolicy } from '../../../server/src/rules/support/samples.ts';
import { misplacedPolicyVariable } from '../../../server/src/rules/variables/misplacedPolicyVariable.ts';
import { checkRule } from '../../harness/index.ts';

test('a principal', () => {
  checkRule(
    misplacedPolicyVariable,
    `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Principal: { AWS: "arn:aws:iam::123456789012:user/\${aws:username}" }
        #                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: \${aws:username} is plain text in Principal
        Action: s3:GetObject
        Resource: arn:aws:s3:::orders/\${aws:username}/*
        Condition: { StringEquals: { aws:PrincipalTag/team: "\${aws:ResourceTag/team}" } }
    `,
  );
});

test('nothing for references of the template', () => {
  checkRule(
    misplacedPolicyVariable,
    managedPolicy(`
    - { Effect: Allow, Action: !Sub "\${Service}:GetObject", Resource: "*" }
    `),
  );
});
