import { test } from 'vitest';
import { managedPolicy } from '../../../server/src/rules/support/samples.ts';
import { malformedPolicyVariable } from '../../../server/src/rules/variables/malformedPolicyVariable.ts';
import { checkFix, checkNoFix, checkRule } from '../../harness/index.ts';

function policy(variable: string): string {
  return `
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Action: s3:GetObject
        Resource: "arn:aws:s3:::orders/${variable}/*"
    `;
}

test.each([
  ['a brace', '${aws:username', '${aws:username}'],
  ['spaces', '${ aws:username }', '${aws:username}'],
  ['quotes', "${aws:PrincipalTag/team, nobody'}", "${aws:PrincipalTag/team, 'nobody'}"],
  ['the escape of Fn::Sub', '${!aws:username}', '${aws:username}'],
])('mends %s', (_, wrong, right) => {
  checkFix(malformedPolicyVariable, policy(wrong), policy(right));
});

test.each(['${}', '${aws:PrincipalTag/cost center}', '${aws:PrincipalTag', '${aws:user;name}'])(
  'has no single answer for %s',
  (variable) => checkNoFix(malformedPolicyVariable, policy(variable)),
);

test.each(['${*}', '${$}', "${aws:PrincipalTag/team, 'no, body'}", '${bucket name}', '${saml:sub}'])('takes %s', (variable) => {
  checkRule(malformedPolicyVariable, policy(variable));
});

test('within Fn::Sub only what it leaves to IAM, and the values of conditions', () => {
  checkRule(
    malformedPolicyVariable,
    managedPolicy(`
    - Effect: Allow
      Action: s3:ListBucket
      Resource: !Sub "arn:\${AWS::Partition}:s3:::orders/\${!aws:username}/*"
      Condition:
        StringLike:
          s3:prefix: !Sub "\${Bucket}/\${! aws:username}/*"
          #                          ^^^^^^^^^^^^^^^^^ error: This policy variable has a space
    `),
  );
});
