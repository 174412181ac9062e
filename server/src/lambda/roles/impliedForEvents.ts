import { evaluate, substitute, type Template } from '../../cloudformation/index.ts';
import { display, type Guard, literal, NOWHERE, type SymbolicString } from '../../symbolic/index.ts';
import { child, itemsOf, literalText } from '../../syntax/index.ts';
import { eventProperty, eventValue, type SamEvent } from '../sam/index.ts';

/** Actions that SAM allows on a resource. */
export interface Allowed {
  readonly actions: readonly string[];
  readonly resource: SymbolicString;
  readonly guard?: Guard;
}

/** What SAM allows for an event that Lambda polls and for which AWS has no managed policy. */
export function allowedForEvent(event: SamEvent, template: Template): readonly Allowed[] {
  const make = Object.hasOwn(STATEMENTS, event.type) ? STATEMENTS[event.type] : undefined;
  return make?.(event, template) ?? [];
}

type Maker = (event: SamEvent, template: Template) => readonly Allowed[];

/** Source: github.com/aws/serverless-application-model, samtranslator/model/eventsources/pull.py (1.110.0). */
const STATEMENTS: Readonly<Record<string, Maker>> = {
  DocumentDB: (event, template) => [
    ...secrets(event, template, ['BASIC_AUTH']),
    allow('rds:DescribeDBClusterParameters', arn('rds', 'cluster-pg:*', template)),
    allow('rds:DescribeDBSubnetGroups', arn('rds', 'subgrp:*', template)),
    allow('rds:DescribeDBClusters', eventValue(event, template, 'Cluster')),
    NETWORK,
    ...secretKey(event, template),
  ],
  // The network interfaces that a broker in a VPC needs are not among them.
  MQ: (event, template) => [
    ...secrets(event, template, ['BASIC_AUTH']),
    allow('mq:DescribeBroker', eventValue(event, template, 'Broker')),
    ...secretKey(event, template),
  ],
  // Neither a password of SASL/SCRAM nor access to the data of a cluster with IAM authentication is among them.
  MSK: (event, template) => [...secrets(event, template, ['CLIENT_CERTIFICATE_TLS_AUTH']), ...schemaRegistry(event, template)],
  SelfManagedKafka: (event, template) => [
    // For the certificate of the server SAM allows the first secret once more.
    ...secrets(event, template, AUTHENTICATION).slice(0, 1),
    ...(hasNetwork(event) ? [NETWORK] : []),
    ...secretKey(event, template),
    ...schemaRegistry(event, template),
  ],
};

const AUTHENTICATION = ['SASL_SCRAM_256_AUTH', 'SASL_SCRAM_512_AUTH', 'BASIC_AUTH', 'CLIENT_CERTIFICATE_TLS_AUTH'] as const;

const NETWORK: Allowed = {
  actions: [
    'ec2:CreateNetworkInterface',
    'ec2:DescribeNetworkInterfaces',
    'ec2:DeleteNetworkInterface',
    'ec2:DescribeVpcs',
    'ec2:DescribeSubnets',
    'ec2:DescribeSecurityGroups',
  ],
  resource: literal('*'),
};

function allow(action: string, resource: SymbolicString | undefined): Allowed {
  return { actions: [action], resource: resource ?? literal('') };
}

function arn(service: string, rest: string, template: Template): SymbolicString {
  return substitute(`arn:\${AWS::Partition}:${service}:\${AWS::Region}:\${AWS::AccountId}:${rest}`, { template }, NOWHERE);
}

function accessTypes(event: SamEvent): readonly string[] {
  return itemsOf(eventProperty(event, 'SourceAccessConfigurations')).map((item) => literalText(child(item, 'Type')) ?? '');
}

function hasNetwork(event: SamEvent): boolean {
  const types = accessTypes(event);
  return types.includes('VPC_SUBNET') && types.includes('VPC_SECURITY_GROUP');
}

function secrets(event: SamEvent, template: Template, types: readonly string[]): readonly Allowed[] {
  return itemsOf(eventProperty(event, 'SourceAccessConfigurations')).flatMap((item) => {
    const uri = child(item, 'URI');
    const isWanted = types.includes(literalText(child(item, 'Type')) ?? '');
    return uri && isWanted ? [allow('secretsmanager:GetSecretValue', evaluate(uri, { template }))] : [];
  });
}

/** `SecretsManagerKmsKeyId` is the id of a key, not its ARN. */
function secretKey(event: SamEvent, template: Template): readonly Allowed[] {
  const id = literalText(eventProperty(event, 'SecretsManagerKmsKeyId'));
  return id === undefined ? [] : [allow('kms:Decrypt', arn('kms', `key/${id}`, template))];
}

function schemaRegistry(event: SamEvent, template: Template): readonly Allowed[] {
  const registry = eventValue(event, template, 'SchemaRegistryConfig', 'SchemaRegistryURI');
  const access = itemsOf(eventProperty(event, 'SchemaRegistryConfig', 'AccessConfigs')).flatMap((item) => {
    const uri = child(item, 'URI');
    return uri ? [allow('secretsmanager:GetSecretValue', evaluate(uri, { template }))] : [];
  });
  if (!registry || !/^arn:[^:]+:glue:/.test(display(registry).replaceAll('::', ''))) return access;
  const name = display(registry).split('/').at(-1) ?? '*';
  return [
    ...access,
    allow('glue:GetRegistry', registry),
    allow('glue:GetSchemaVersion', arn('glue', `schema/${name}/*`, template)),
  ];
}
