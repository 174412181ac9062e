import { test } from 'vitest';
import { managedPolicy } from '../../../server/src/rules/support/samples.ts';
import { referenceWithoutSub } from '../../../server/src/rules/variables/referenceWithoutSub.ts';
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
  ['"${Bucket.Arn}/*"', '!Sub ${Bucket.Arn}/*'],
  ['"${Bucket.Arn}/${aws:username}/*"', '!Sub ${Bucket.Arn}/${!aws:username}/*'],
])('%s', (wrong, right) => {
  checkFix(referenceWithoutSub, template(wrong), template(right));
});

test.each([
  '!Sub "${Bucket.Arn}/*"',
  '!Join ["", ["${Bucket.Arn}", "/*"]]',
  '"arn:aws:s3:::orders/${aws:username}/*"',
  '"arn:aws:s3:::${Elsewhere}/*"',
])('nothing for %s', (resource) => {
  checkRule(referenceWithoutSub, template(resource));
});
