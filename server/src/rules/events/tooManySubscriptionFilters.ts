import { canonical, evaluate, type Resource, type Template } from '../../cloudformation/index.ts';
import { display } from '../../symbolic/index.ts';
import { child } from '../../syntax/index.ts';
import { defineRule } from '../rule.ts';
import { WORKER } from '../support/samples.ts';

const FILTERS: ReadonlySet<string> = new Set(['AWS::Logs::SubscriptionFilter']);

/** Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html */
const MOST = 2;

/** More subscription filters than a log group may have. */
export const tooManySubscriptionFilters = defineRule<{ readonly filter: Resource; readonly group: string }>({
  id: 'too-many-subscription-filters',
  severity: 'error',
  outcome: 'deploy-fails',
  docs: {
    summary: 'A log group has more than two subscription filters.',
    why: 'CloudWatch Logs gives a log group two subscription filters at most, and this quota cannot be raised. Deployment of the third fails.',
    url: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html',
    aka: ['E2529'],
    bad: [
      `${WORKER}  First: &filter
    Type: AWS::Logs::SubscriptionFilter
    Properties:
      LogGroupName: /aws/lambda/orders
      FilterPattern: ""
      DestinationArn: arn:aws:firehose:eu-west-1:123456789012:deliverystream/logs
      RoleArn: arn:aws:iam::123456789012:role/logs
  Second: *filter
  Third:
# ^^^^^ error: /aws/lambda/orders has two subscription filters already
    Type: AWS::Logs::SubscriptionFilter
    Properties:
      LogGroupName: /aws/lambda/orders
      FilterPattern: ERROR
      DestinationArn: arn:aws:firehose:eu-west-1:123456789012:deliverystream/errors
      RoleArn: arn:aws:iam::123456789012:role/logs
`,
    ],
    good: [
      `${WORKER}  First: &filter
    Type: AWS::Logs::SubscriptionFilter
    Properties:
      LogGroupName: /aws/lambda/orders
      FilterPattern: ""
      DestinationArn: arn:aws:firehose:eu-west-1:123456789012:deliverystream/logs
      RoleArn: arn:aws:iam::123456789012:role/logs
  Second: *filter
`,
    ],
  },

  scope: 'document',

  *find({ template }) {
    const counts = new Map<string, number>();
    for (const filter of template?.ofTypes(FILTERS) ?? []) {
      const group = template && groupOf(filter, template);
      if (group === undefined) continue;
      const count = (counts.get(group) ?? 0) + 1;
      counts.set(group, count);
      if (count > MOST) yield { filter, group };
    }
  },

  diagnose: ({ filter, group }) => ({
    span: filter.nameSpan,
    message: `${group} has two subscription filters already, and a log group may have no more: deployment fails. Have one filter send to a stream from which several read.`,
    subject: { trigger: filter.logicalId },
  }),
});

/** The log group of a filter that exists in any case. */
function groupOf({ condition, properties }: Resource, template: Template): string | undefined {
  const node = child(properties, 'LogGroupName');
  if (condition !== undefined || !node) return undefined;
  return display(canonical(evaluate(node, { template }), template));
}
