import type { IamKnowledge } from '../../iam/index.ts';
import { display, knownText } from '../../symbolic/index.ts';
import { defineRule } from '../rule.ts';
import { formatsFor } from '../support/arnFormats.ts';
import { arnsOf, fieldIn, fieldSpan, type PlacedArn, replaceFieldFix } from '../support/arnPlaces.ts';
import { isPlaceholder } from '../support/placeholders.ts';
import { policySubject } from '../support/policyWalk.ts';
import { judgeRegion } from '../support/regions.ts';

/** The Region in an ARN is wrong. */
export const arnRegion = defineRule<{ readonly placed: PlacedArn; readonly fault: RegionFault }>({
  id: 'arn-region',
  severity: 'error',
  outcome: 'access-denied',
  docs: {
    summary: 'The Region in an ARN does not exist, is missing, or does not belong there.',
    why:
      'Most resources have their Region in their ARN; those of global services, and buckets, have none. An ARN with ' +
      'another Region than the resource has matches nothing.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html',
    aka: ['INVALID_ARN_REGION', 'MISSING_ARN_REGION', 'ARN_REGION_NOT_ALLOWED', 'INVALID_REGION'],
    bad: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: sqs:SendMessage
    Resource: arn:aws:sqs:us-est-1:123456789012:orders
                        # ^^^^^^^^ There is no Region us-est-1
`,
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: lambda:InvokeFunction
    Resource: arn:aws:lambda::123456789012:function:worker
                          # ^ This ARN lacks its Region
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
      const fault = faultOf(placed, analysis.knowledge.iam);
      return fault ? [{ placed, fault }] : [];
    }),

  diagnose: ({ placed, fault }) => ({
    span: fieldSpan(placed, 'region'),
    message: MESSAGES[fault.kind](knownText(placed.arn.region) ?? '', fault.suggestion),
    subject: policySubject(placed.site),
    // Services have begun to write ARNs without a Region for what they route by themselves, before the reference said so.
    ...(fault.kind === 'missing' ? { severity: 'warning' } : {}),
  }),

  fix: ({ placed: { value }, fault: { kind, suggestion } }) => {
    const field = fieldIn(value.node, 'region');
    const text = kind === 'unwanted' ? '' : suggestion;
    if (!field || text === undefined) return [];
    return [text === '' ? replaceFieldFix(field, '', 'Remove the Region') : replaceFieldFix(field, text)];
  },
});

interface RegionFault {
  readonly kind: 'wrong' | 'missing' | 'unwanted';
  readonly suggestion: string | undefined;
}

const MESSAGES: Readonly<Record<RegionFault['kind'], (region: string, suggestion: string | undefined) => string>> = {
  wrong: (region, suggestion) =>
    `There is no Region ${region}, so this ARN matches nothing. ${suggestion === undefined ? 'Write the Region’s code, or * for any.' : `Did you mean ${suggestion}?`}`,
  missing: () => 'This ARN lacks its Region, so it matches nothing. Write the Region, or * for any.',
  unwanted: (region) =>
    `The ARNs of these resources have no Region, so with ${region} this one matches nothing. Leave the field empty.`,
};

function faultOf({ arn }: PlacedArn, iam: IamKnowledge): RegionFault | undefined {
  const region = knownText(arn.region);
  if (region === undefined || /[*?${}<>]/.test(region) || isPlaceholder(region)) return undefined;
  const known = formatsFor(arn, iam);
  const isEmptyRight = known.some((format) => format.region === '');
  if (region === '' && isRoutedModel(arn)) return undefined;
  if (region === '') return known.length > 0 && !isEmptyRight ? { kind: 'missing', suggestion: undefined } : undefined;
  const { verdict, suggestion } = judgeRegion(region);
  if (verdict === 'wrong') return { kind: 'wrong', suggestion };
  return known.length > 0 && known.every((format) => format.region === '')
    ? { kind: 'unwanted', suggestion: undefined }
    : undefined;
}

/**
 * A model that Bedrock calls in a Region of its own choosing has none in its ARN.
 * Source: https://docs.aws.amazon.com/bedrock/latest/userguide/global-cross-region-inference.html
 */
function isRoutedModel({ service, resource }: PlacedArn['arn']): boolean {
  return knownText(service) === 'bedrock' && display(resource).startsWith('foundation-model/');
}
