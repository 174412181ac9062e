import type { Template } from '../../../cloudformation/index.ts';
import { child, literalText } from '../../../syntax/index.ts';
import type { EventSource } from '../eventSource.ts';
import { ANYWHERE, documented, required } from '../grants.ts';
import type { Mapping } from '../mappings.ts';
import { NETWORK_ACTIONS, secretGrants } from '../sourceAccess.ts';
import { resourceOfHole } from '../targets.ts';

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
    isPrivate(mapping, template) ? required(NETWORK_ACTIONS, ANYWHERE) : documented(NETWORK_ACTIONS, ANYWHERE),
  ],
};

/** Whether the broker is certainly one that only its VPC reaches: another one may be reached without network interfaces. */
function isPrivate({ source }: Mapping, template: Template): boolean {
  const broker = source && resourceOfHole(source.written, template);
  if (broker?.type !== 'AWS::AmazonMQ::Broker') return false;
  const isPublic = child(broker.properties, 'PubliclyAccessible');
  return literalText(isPublic) === 'false';
}
