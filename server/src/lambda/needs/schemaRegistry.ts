import type { Template } from '../../cloudformation/index.ts';
import { child, childAt, itemsOf, type SyntaxNode } from '../../syntax/index.ts';
import type { NeededGrant } from '../model.ts';
import { ANYWHERE, required } from './grants.ts';
import type { Mapping } from './mappings.ts';
import { skeleton, targetOf } from './targets.ts';

/**
 * What Lambda needs to read the schemas of a Kafka topic: the registry of AWS Glue, or the secrets of another one.
 * Source: https://docs.aws.amazon.com/lambda/latest/dg/services-consume-kafka-events.html
 */
export function registryGrants(mapping: Mapping, template: Template): readonly NeededGrant[] {
  const config = registryConfig(mapping);
  const uri = child(config, 'SchemaRegistryURI');
  const registry = uri && targetOf(uri, template);
  const secrets = itemsOf(child(config, 'AccessConfigs')).flatMap((item) => {
    const secret = child(item, 'URI');
    return secret ? [required(['secretsmanager:GetSecretValue'], targetOf(secret, template))] : [];
  });
  if (!registry || !/^arn:[^:]+:glue:/.test(skeleton(registry.on))) return secrets;
  // The versions of a schema have no ARN of their own: policies name the schemas or the registry.
  return [...secrets, required(['glue:GetRegistry'], registry), required(['glue:GetSchemaVersion'], ANYWHERE)];
}

function registryConfig({ properties }: Mapping): SyntaxNode | undefined {
  return (
    child(properties, 'SchemaRegistryConfig') ??
    childAt(properties, 'AmazonManagedKafkaEventSourceConfig', 'SchemaRegistryConfig') ??
    childAt(properties, 'SelfManagedKafkaEventSourceConfig', 'SchemaRegistryConfig')
  );
}
