import { fieldCount } from '../../iam/index.ts';
import { literal } from '../../symbolic/index.ts';
import { defineRule } from '../rule.ts';
import { fieldText, type PlacedResource, resourceSpan, resourcesOf, shown } from '../support/arnPlaces.ts';
import { policySubject } from '../support/policyWalk.ts';

/** An ARN with too few fields. */
export const arnMissingField = defineRule<PlacedResource>({
  id: 'arn-missing-field',
  severity: 'error',
  outcome: 'access-denied',
  docs: {
    summary: 'An ARN has fewer than six fields.',
    why:
      'An ARN has six fields between colons: arn, partition, service, Region, account, resource. Of a shorter one IAM ' +
      'takes the missing ones at the end for "*", so that what was meant as the resource stands in the place of another ' +
      'field.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html',
    aka: ['MISSING_ARN_FIELD', 'INVALID_ARN'],
    bad: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: sqs:SendMessage
    Resource: arn:aws:sqs:eu-west-1:orders
            # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ arn:aws:sqs:eu-west-1:orders has five
`,
    ],
    good: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: sqs:SendMessage
    Resource: arn:aws:sqs:eu-west-1:123456789012:orders
`,
    ],
  },

  find: (analysis) => [...resourcesOf(analysis)].filter(isShort),

  diagnose: (placed) => ({
    span: resourceSpan(placed),
    message:
      `${shown(placed)} has ${NUMBERS[fieldCount(placed.value.value)] ?? 'few'} fields and an ARN six (arn:partition:service:region:account:resource); ` +
      'IAM takes the missing ones for "*". Write all six; Region and account may be empty where the service has none.',
    subject: policySubject(placed.site),
    ...(lastIsResource(placed) ? {} : { severity: 'warning' as const, outcome: 'too-open' as const }),
  }),
});

const NUMBERS: readonly string[] = ['no', 'one', 'two', 'three', 'four', 'five'];

function isShort({ value: { value } }: PlacedResource): boolean {
  const [first] = value.parts;
  return first?.kind === 'text' && first.text.startsWith('arn:') && fieldCount(value) < 6;
}

/** Whether the resource itself stands in the place of the Region or the account: what IAM makes of it matches nothing. */
function lastIsResource(placed: PlacedResource): boolean {
  const fields = shown(placed)
    .replaceAll(/\$\{[^}]*\}/g, '*')
    .split(':');
  const [region, account] = [fields[3] ?? '', fields[4] ?? ''];
  const isRegion = region === '' || fieldText(literal(region)) === undefined || /^[a-z]{2}(?:-[a-z]+)+-\d$/.test(region);
  return !isRegion || (account !== '' && fieldText(literal(account)) !== undefined && !/^\d{12}$/.test(account));
}
