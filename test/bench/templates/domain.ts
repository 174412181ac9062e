import type { DomainNames } from './names.ts';
import { type Resources, ref, resource, sub } from './values.ts';

/** What the functions of one domain share. */
export function domainResources({ table, bucket, topic, secret, api }: DomainNames): Resources {
  return {
    [table]: resource('AWS::DynamoDB::Table', {
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
      Tags: [{ Key: 'stage', Value: ref('Stage') }],
    }),
    [bucket]: resource('AWS::S3::Bucket', { VersioningConfiguration: { Status: 'Enabled' } }, { DeletionPolicy: 'Retain' }),
    [topic]: resource('AWS::SNS::Topic', { DisplayName: sub(`${topic} of \${Stage}`) }),
    [secret]: resource('AWS::SecretsManager::Secret', {
      Description: sub(`What the functions of ${table} use in \${Stage}`),
      GenerateSecretString: { PasswordLength: 32, ExcludePunctuation: true },
    }),
    [api]: resource('AWS::ApiGatewayV2::Api', { Name: sub(`\${AWS::StackName}-${api}`), ProtocolType: 'HTTP' }),
  };
}
