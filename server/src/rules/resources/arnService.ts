import { closestServices, type IamKnowledge } from '../../iam/index.ts';
import { knownText } from '../../symbolic/index.ts';
import { defineRule } from '../rule.ts';
import { arnsOf, fieldIn, fieldSpan, fieldText, type PlacedArn, replaceFieldFix } from '../support/arnPlaces.ts';
import { isPlaceholder } from '../support/placeholders.ts';
import { policySubject } from '../support/policyWalk.ts';

/** The service in an ARN is wrong. */
export const arnService = defineRule<{
  readonly placed: PlacedArn;
  readonly service: string;
  readonly suggestion: string | undefined;
}>({
  id: 'arn-service',
  severity: 'error',
  outcome: 'access-denied',
  docs: {
    summary: 'The service in an ARN does not exist, or is not written in lower case.',
    why: 'The third field of an ARN is the service, in lower case. An ARN of a service that does not exist matches ' + 'nothing.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html',
    aka: ['INVALID_SERVICE', 'INVALID_ARN_SERVICE_CASE'],
    bad: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: dynamodb:GetItem
    Resource: arn:aws:dynamo:us-east-1:123456789012:table/orders
                    # ^^^^^^ There is no service dynamo
`,
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: sqs:SendMessage
    Resource: arn:aws:SQS:us-east-1:123456789012:orders
                    # ^^^ There is no service SQS
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
      const service = fieldText(placed.arn.service);
      if (service === undefined || service === '' || isKnown(service, analysis.knowledge.iam) || isPlaceholder(service))
        return [];
      return [{ placed, service, suggestion: serviceMeant(placed, service, analysis.knowledge.iam) }];
    }),

  diagnose: ({ placed, service, suggestion }) => ({
    span: fieldSpan(placed, 'service'),
    message:
      `There is no service ${service} in ARNs, so this one matches nothing. ` +
      (suggestion === undefined ? 'Look up the ARNs in the service’s reference.' : `Did you mean ${suggestion}?`),
    subject: { ...policySubject(placed.site), ...(suggestion === undefined ? {} : { suggestion }) },
    ...(suggestion === undefined ? { severity: 'warning' as const } : {}),
  }),

  fix: ({ placed: { value }, suggestion }) => {
    const field = fieldIn(value.node, 'service');
    return field && suggestion !== undefined ? [replaceFieldFix(field, suggestion)] : [];
  },
});

/** ARNs of these services begin otherwise than their actions. Source: the Service Authorization Reference (EC2, ARC, Service Catalog) */
const ONLY_IN_ARNS: ReadonlySet<string> = new Set(['elastic-inference', 'route53-recovery-control', 'catalog']);

function isKnown(service: string, iam: IamKnowledge): boolean {
  return ONLY_IN_ARNS.has(service) || (service === service.toLowerCase() && iam.service(service) !== undefined);
}

/** In lower case, as the statement's actions have it, or the nearest. */
function serviceMeant({ statement }: PlacedArn, service: string, iam: IamKnowledge): string | undefined {
  const lower = service.toLowerCase();
  if (iam.service(lower)) return lower;
  const near = closestServices(iam, lower, 3);
  const used = statement.actions?.values.map(({ value }) => knownText(value)?.split(':')[0]?.toLowerCase());
  return near.find((name) => used?.includes(name)) ?? near[0];
}
