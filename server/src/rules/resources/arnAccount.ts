import type { IamKnowledge } from '../../iam/index.ts';
import { knownText } from '../../symbolic/index.ts';
import { defineRule } from '../rule.ts';
import { formatsFor } from '../support/arnFormats.ts';
import { arnsOf, fieldIn, fieldSpan, type PlacedArn, replaceFieldFix } from '../support/arnPlaces.ts';
import { isPlaceholder } from '../support/placeholders.ts';
import { policySubject } from '../support/policyWalk.ts';

/** The account in an ARN is wrong. */
export const arnAccount = defineRule<{ readonly placed: PlacedArn; readonly kind: 'wrong' | 'unwanted' }>({
  id: 'arn-account',
  severity: 'error',
  outcome: 'access-denied',
  docs: {
    summary: 'The account in an ARN is not twelve digits, or does not belong there.',
    why:
      'Accounts have twelve digits. The ARNs of some resources, buckets among them, have no account. An ARN with a ' +
      'wrong one matches nothing.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html',
    aka: ['INVALID_ARN_ACCOUNT', 'ARN_ACCOUNT_NOT_ALLOWED', 'INVALID_ACCOUNT', 'E3510'],
    bad: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: sqs:SendMessage
    Resource: arn:aws:sqs:us-east-1:1234:orders
                                  # ^^^^ 1234 is no account id
`,
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: s3:GetObject
    Resource: arn:aws:s3::123456789012:orders/*
                        # ^^^^^^^^^^^^ The ARNs of these resources have no account
`,
    ],
    good: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: sqs:SendMessage
    Resource: arn:aws:sqs:us-east-1:123456789012:orders
`,
    ],
  },

  find: (analysis) =>
    [...arnsOf(analysis)].flatMap((placed) => {
      const kind = faultOf(placed, analysis.knowledge.iam);
      return kind ? [{ placed, kind }] : [];
    }),

  diagnose: ({ placed, kind }) => {
    const account = knownText(placed.arn.account) ?? '';
    return {
      span: fieldSpan(placed, 'account'),
      message:
        kind === 'wrong'
          ? `${account} is no account id, so this ARN matches nothing. Write the twelve digits, * for any, or \${AWS::AccountId} in Fn::Sub.`
          : `The ARNs of these resources have no account, so with ${account} this one matches nothing. Leave the field empty.`,
      subject: policySubject(placed.site),
      ...(isPlaceholder(account) ? { severity: 'warning' as const } : {}),
    };
  },

  fix: ({ placed: { value }, kind }) => {
    const field = fieldIn(value.node, 'account');
    return field && kind === 'unwanted' ? [replaceFieldFix(field, '', 'Remove the account')] : [];
  },
});

/** Owners of public resources. Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
const OWNERS: ReadonlySet<string> = new Set([
  'aws',
  'aws-managed',
  'cloudfront',
  'amazon',
  'aws-marketplace',
  'elasticbeanstalk',
]);

function faultOf({ arn }: PlacedArn, iam: IamKnowledge): 'wrong' | 'unwanted' | undefined {
  const account = knownText(arn.account);
  if (account === undefined || account === '' || /[*?]|\$\{/.test(account) || OWNERS.has(account)) return undefined;
  if (!/^\d{12}$/.test(account)) return 'wrong';
  const known = formatsFor(arn, iam);
  return known.length > 0 && known.every((format) => format.account === '') ? 'unwanted' : undefined;
}
