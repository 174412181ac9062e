import type { Template } from '../../../cloudformation/index.ts';
import { child } from '../../../syntax/index.ts';
import type { NeededGrant } from '../../model.ts';
import type { EventSource } from '../eventSource.ts';
import { ANYWHERE, documented, required } from '../grants.ts';
import type { Mapping } from '../mappings.ts';
import { registryGrants } from '../schemaRegistry.ts';
import { NETWORK_ACTIONS, secretGrants } from '../sourceAccess.ts';
import { typeOfHole } from '../targets.ts';

export const msk: EventSource = {
  definition: {
    id: 'msk',
    title: 'Amazon MSK event source mapping',
    because: "Lambda finds the cluster's brokers, reaches them through the VPC and authenticates with the execution role.",
    docsUrl: 'https://docs.aws.amazon.com/lambda/latest/dg/with-msk-permissions.html',
    severity: 'error',
    outcome: 'trigger-silent',
  },
  recognise: {
    arn: /^arn:[^:]+:kafka:[^:]*:[^:]*:(cluster|vpc-connection)\//,
    resourceTypes: ['AWS::MSK::Cluster', 'AWS::MSK::ServerlessCluster'],
    samEvent: 'MSK',
    properties: ['AmazonManagedKafkaEventSourceConfig'],
  },
  grants: (mapping, template) => [
    // AWS's reference lists no resource for it, but its own examples limit it to the cluster: either form is fine.
    required(['kafka:GetBootstrapBrokers'], ANYWHERE),
    // A provisioned cluster is content with either of the two.
    { ...documented(['kafka:DescribeCluster', 'kafka:DescribeClusterV2'], mapping.source ?? ANYWHERE), anyOf: true },
    documented(NETWORK_ACTIONS, ANYWHERE),
    ...secretGrants(mapping, template, ['SASL_SCRAM_512_AUTH', 'CLIENT_CERTIFICATE_TLS_AUTH']),
    ...registryGrants(mapping, template),
    ...iamGrants(mapping, template),
  ],
};

/**
 * With IAM authentication Lambda uses the cluster's data plane too. Only a serverless cluster certainly has it: a provisioned one without
 * credentials in the mapping may as well be open.
 */
function iamGrants({ source = ANYWHERE, properties }: Mapping, template: Template): readonly NeededGrant[] {
  if (child(properties, 'SourceAccessConfigurations') || typeOfHole(source.on, template) !== 'AWS::MSK::ServerlessCluster')
    return [];
  return [
    required(['kafka-cluster:Connect', 'kafka-cluster:DescribeClusterDynamicConfiguration'], source),
    required(
      ['kafka-cluster:DescribeGroup', 'kafka-cluster:AlterGroup', 'kafka-cluster:DescribeTopic', 'kafka-cluster:ReadData'],
      ANYWHERE,
    ),
  ];
}
