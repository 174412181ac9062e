import type { Resource, Template } from '../../cloudformation/index.ts';
import { childAt } from '../../syntax/index.ts';
import { functionReference } from '../functions.ts';
import { embeddedText } from './embeddedText.ts';
import { is, placesAt } from './places.ts';
import { at, calledBy, needsNothing, type Sighting, type TriggerRow } from './row.ts';
import { arn } from './sources.ts';

export const logs: readonly TriggerRow[] = [
  {
    definition: calledBy('logs.amazonaws.com', {
      id: 'logs-subscription-filter',
      title: 'CloudWatch Logs subscription filter',
      docsUrl: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html',
      checkedAtDeployment: true,
    }),
    types: ['AWS::Logs::SubscriptionFilter'],
    find: at({ at: 'DestinationArn', source: arn('arn:{P}:logs:{R}:{A}:log-group:{LogGroupName}:*'), others: true }),
  },
  {
    definition: calledBy('logs.amazonaws.com', {
      id: 'logs-account-policy',
      title: 'CloudWatch Logs subscription filter of the account',
      docsUrl: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters-AccountLevel.html',
      confidence: 'medium',
      checkedAtDeployment: true,
    }),
    types: ['AWS::Logs::AccountPolicy'],
    find: accountPolicies,
  },
  {
    definition: needsNothing({
      id: 'logs-destination',
      title: 'CloudWatch Logs destination',
      docsUrl: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CrossAccountSubscriptions.html',
      confidence: 'medium',
      reason: 'A destination takes Kinesis streams and Firehose streams; a function cannot be its target.',
    }),
    types: ['AWS::Logs::Destination'],
    find: at({ at: 'TargetArn', others: true }),
  },
];

/** The policy is a JSON text that names the function, mostly in `Fn::Sub`. */
function accountPolicies(resource: Resource, template: Template): readonly Sighting[] {
  return placesAt(resource, template, 'PolicyDocument')
    .filter(is('PolicyType', 'SUBSCRIPTION_FILTER_POLICY'))
    .flatMap((place) => {
      const text = embeddedText(place.node, template);
      const node = text && childAt(text.root, 'DestinationArn');
      if (!text || node?.kind !== 'scalar') return [];
      const target = functionReference(text.textOf(node), template);
      const source = arn('arn:{P}:logs:{R}:{A}:log-group:*')({ resource, template });
      return [{ node, target, property: `${place.property}.DestinationArn`, guard: place.guard, source }];
    });
}
