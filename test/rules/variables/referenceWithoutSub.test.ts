import { test } from 'vitest';
import { referenceWithoutSub } from '../../../server/src/rules/variables/referenceWithoutSub.ts';
import { checkFix, checkRule } from '../../harness/index.ts';

function template(resource: string): string {
  return `
    Resources:
      Bucket:
        Type: AWS::S3::Bucket
      Reading:
        Type: AWS::IAM::ManagedPolicy
        Properties:
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: s3:GetObject
                Resource: ${resource}
    `;
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
