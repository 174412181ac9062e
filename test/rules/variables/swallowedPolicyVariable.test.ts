import { test } from 'vitest';
import { managedPolicy } from '../../../server/src/rules/support/samples.ts';
import { swallowedPolicyVariable } from '../../../server/src/rules/variables/swallowedPolicyVariable.ts';
import { checkFix, checkRule } from '../../harness/index.ts';

function template(resource: string): string {
  return managedPolicy(
    `
    - Effect: Allow
      Action: s3:GetObject
      Resource: ${resource}
    `,
    `
    Bucket:
      Type: AWS::S3::Bucket
    `,
  );
}

test.each([
  ['!Sub "${Bucket.Arn}/${aws:username}/*"', '!Sub "${Bucket.Arn}/${!aws:username}/*"'],
  ['!Sub ["${B}/${aws:username}/*", { B: !GetAtt Bucket.Arn }]', '!Sub ["${B}/${!aws:username}/*", { B: !GetAtt Bucket.Arn }]'],
  ['!Sub "${Bucket.Arn}/${www.amazon.com:user_id}/*"', '!Sub "${Bucket.Arn}/${!www.amazon.com:user_id}/*"'],
  ['!Sub "arn:aws:s3:::orders-${AWS:Region}/*"', '!Sub "arn:aws:s3:::orders-${AWS::Region}/*"'],
])('%s', (wrong, right) => {
  checkFix(swallowedPolicyVariable, template(wrong), template(right));
});

test.each([
  '!Sub "${Bucket.Arn}/${!aws:username}/*"',
  '"arn:aws:s3:::orders/${aws:username}/*"',
  '!Sub "arn:${AWS::Partition}:s3:::${Bucket}/*"',
  '!Sub ["${Bucket.Arn}/${aws:username}/*", { aws:username: worker }]',
])('nothing for %s', (resource) => {
  checkRule(swallowedPolicyVariable, template(resource));
});

test('a policy that is JSON in the text of Fn::Sub', () => {
  checkFix(
    swallowedPolicyVariable,
    `
    Resources:
      Users:
        Type: AWS::Transfer::User
        Properties:
          Policy: !Sub |
            {
              "Version": "2012-10-17",
              "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "\${Bucket.Arn}/\${transfer:HomeFolder}/*" }]
            }
      Bucket:
        Type: AWS::S3::Bucket
    `,
    `
    Resources:
      Users:
        Type: AWS::Transfer::User
        Properties:
          Policy: !Sub |
            {
              "Version": "2012-10-17",
              "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "\${Bucket.Arn}/\${!transfer:HomeFolder}/*" }]
            }
      Bucket:
        Type: AWS::S3::Bucket
    `,
  );
});
