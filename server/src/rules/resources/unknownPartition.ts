import { defineRule } from '../rule.ts';
import { arnsOf, fieldIn, fieldSpan, fieldText, type PlacedArn, replaceFieldFix } from '../support/arnPlaces.ts';
import { isPlaceholder } from '../support/placeholders.ts';
import { policySubject } from '../support/policyWalk.ts';
import { REGIONS } from '../support/regions.ts';

/** An ARN of a partition that does not exist. */
export const unknownPartition = defineRule<PlacedArn>({
  id: 'unknown-partition',
  severity: 'error',
  outcome: 'access-denied',
  docs: {
    summary: 'The partition of an ARN does not exist.',
    why:
      'Behind arn: stands the partition: aws, aws-cn, aws-us-gov and a few more. An ARN with another one matches ' + 'nothing.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html',
    aka: ['INVALID_PARTITION'],
    bad: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: s3:GetObject
    Resource: arn:amazon:s3:::orders/*
                # ^^^^^^ There is no partition amazon
`,
    ],
    good: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: s3:GetObject
    Resource: arn:aws:s3:::orders/*
`,
    ],
  },

  find: (analysis) =>
    [...arnsOf(analysis)].filter(({ arn }) => {
      const partition = fieldText(arn.partition);
      return partition !== undefined && !REGIONS.has(partition) && !isPlaceholder(partition);
    }),

  diagnose: (placed) => ({
    span: fieldSpan(placed, 'partition'),
    message: `There is no partition ${fieldText(placed.arn.partition)}, so this ARN matches nothing. Write aws, or \${AWS::Partition} in Fn::Sub.`,
    subject: policySubject(placed.site),
  }),

  fix: ({ value: { node } }) => {
    const field = fieldIn(node, 'partition');
    return field ? [replaceFieldFix(field, 'aws')] : [];
  },
});
