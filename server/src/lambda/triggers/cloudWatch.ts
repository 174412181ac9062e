import { evaluate, type Resource, type Template } from '../../cloudformation/index.ts';
import { knownText, literal } from '../../symbolic/index.ts';
import { functionReference } from '../functions.ts';
import { placesAt } from './places.ts';
import { at, calledBy, needsNothing, nowhere, type Sighting, type TriggerRow } from './row.ts';
import { ownArn } from './sources.ts';

const ALARM_DOCS = 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-actions-Lambda.html';
const ACTIONS = ['AlarmActions[]', 'OKActions[]', 'InsufficientDataActions[]'];

export const cloudWatch: readonly TriggerRow[] = [
  {
    definition: calledBy('lambda.alarms.cloudwatch.amazonaws.com', {
      id: 'cloudwatch-alarm-action',
      title: 'CloudWatch alarm',
      docsUrl: ALARM_DOCS,
    }),
    types: ['AWS::CloudWatch::Alarm'],
    find: at({ at: ACTIONS, source: ownArn, others: true }),
  },
  {
    definition: calledBy('lambda.alarms.cloudwatch.amazonaws.com', {
      id: 'cloudwatch-composite-alarm-action',
      title: 'CloudWatch composite alarm',
      docsUrl: ALARM_DOCS,
    }),
    types: ['AWS::CloudWatch::CompositeAlarm'],
    find: at({ at: ACTIONS, source: ownArn, others: true }),
  },
  {
    definition: calledBy('lambda.datasource.cloudwatch.amazonaws.com', {
      id: 'cloudwatch-custom-datasource',
      title: 'CloudWatch custom data source',
      docsUrl: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_MultiDataSources-Connect-Custom.html',
    }),
    types: ['AWS::CloudWatch::Alarm'],
    find: dataSources,
  },
  {
    definition: needsNothing({
      id: 'monitoring-dimensions',
      title: "A function's name in alarms, dashboards and the like",
      docsUrl: 'https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics.html',
      reason: 'The name is only mentioned; nothing calls the function.',
    }),
    types: [],
    find: nowhere,
  },
  {
    definition: needsNothing({
      id: 'cloudtrail-data-events',
      title: 'CloudTrail data events of a function',
      docsUrl: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html',
      reason: 'The trail records calls; it makes none.',
    }),
    types: [],
    find: nowhere,
  },
];

/** `LAMBDA("name", …)` in metric math. */
function dataSources(resource: Resource, template: Template): readonly Sighting[] {
  return placesAt(resource, template, 'Metrics[].Expression').flatMap(({ node, guard, property }) => {
    const text = knownText(evaluate(node, { template }));
    const name = text === undefined ? undefined : /^\s*LAMBDA\(\s*['"]([^'"]+)['"]/.exec(text)?.[1];
    if (name === undefined) return [];
    return [{ node, guard, property, target: functionReference(literal(name, node.span), template) }];
  });
}
