import type { EventSource } from '../eventSource.ts';
import { ANYWHERE, required } from '../grants.ts';
import { NETWORK_ACTIONS, secretGrants } from '../sourceAccess.ts';

export const mq: EventSource = {
  definition: {
    id: 'mq',
    title: 'Amazon MQ event source mapping',
    because:
      "Lambda reads the broker's credentials and reaches it through the VPC with the execution role. SAM grants the first, not the network interfaces.",
    docsUrl: 'https://docs.aws.amazon.com/lambda/latest/dg/with-mq.html',
    severity: 'error',
    outcome: 'deploy-fails',
  },
  recognise: { arn: /^arn:[^:]+:mq:/, resourceTypes: ['AWS::AmazonMQ::Broker'], samEvent: 'MQ', properties: ['Queues'] },
  grants: (mapping, template) => [
    required(['mq:DescribeBroker'], mapping.source ?? ANYWHERE),
    ...secretGrants(mapping, template, ['BASIC_AUTH']),
    required(NETWORK_ACTIONS, ANYWHERE),
  ],
};
