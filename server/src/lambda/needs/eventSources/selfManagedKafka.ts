import type { EventSource } from '../eventSource.ts';
import { registryGrants } from '../schemaRegistry.ts';
import { networkGrants, secretGrants } from '../sourceAccess.ts';

/** The kinds of access that name a secret. Source: https://docs.aws.amazon.com/lambda/latest/api/API_SourceAccessConfiguration.html */
const SECRETS = [
  'BASIC_AUTH',
  'CLIENT_CERTIFICATE_TLS_AUTH',
  'SASL_SCRAM_256_AUTH',
  'SASL_SCRAM_512_AUTH',
  'SERVER_ROOT_CA_CERTIFICATE',
] as const;

export const selfManagedKafka: EventSource = {
  definition: {
    id: 'self-managed-kafka',
    title: 'Self-managed Apache Kafka event source mapping',
    because: "Lambda reads the cluster's credentials and reaches its brokers through the VPC with the execution role.",
    docsUrl: 'https://docs.aws.amazon.com/lambda/latest/dg/with-kafka-permissions.html',
    severity: 'error',
    outcome: 'trigger-silent',
  },
  recognise: { samEvent: 'SelfManagedKafka', properties: ['SelfManagedEventSource'] },
  grants: (mapping, template) => [
    ...secretGrants(mapping, template, SECRETS),
    ...networkGrants(mapping, template),
    ...registryGrants(mapping, template),
  ],
};
