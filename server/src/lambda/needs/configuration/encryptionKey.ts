import {
  arnOf,
  arnReference,
  evaluate,
  propertyAt,
  type Resource,
  type Template,
  templateReader,
} from '../../../cloudformation/index.ts';
import { type ActionId, readPolicyDocument, type Statement } from '../../../iam/index.ts';
import { display, onlyHole, type SymbolicString } from '../../../symbolic/index.ts';
import { childAt, itemsOf, type SyntaxNode } from '../../../syntax/index.ts';
import type { NeededGrant } from '../../model.ts';
import { required } from '../grants.ts';
import type { NeedContext, NeedPlace, NeedRow } from '../row.ts';

/** The keys of what the other needs read and write. */
export function encryptionKey(others: readonly NeedRow[]): NeedRow {
  return {
    kind: 'key',
    definition: {
      id: 'encryption-key',
      title: 'Customer managed key of a source or destination',
      because:
        'The data is encrypted with a key whose policy leaves it to IAM who may use it; Lambda uses the key with the permissions of the execution role.',
      docsUrl: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html',
      severity: 'error',
      outcome: 'access-denied',
    },
    find: (context) => others.flatMap(({ find }) => find(context)).flatMap((place) => placeOf(place, context)),
  };
}

function placeOf(place: NeedPlace, { template }: NeedContext): readonly NeedPlace[] {
  const grants = place.grants.flatMap((grant) => keyGrants(grant, template));
  return grants.length > 0 ? [{ ...place, grants }] : [];
}

interface Encrypted {
  /** Where the resource names its key; lists on the way are looked through. */
  readonly key: readonly string[];
  /** What else the key must allow for an action on the resource. */
  readonly uses: Readonly<Record<ActionId, readonly ActionId[]>>;
}

const READING: readonly ActionId[] = ['kms:Decrypt'];
const SENDING: readonly ActionId[] = ['kms:GenerateDataKey', 'kms:Decrypt'];

const ENCRYPTED: Readonly<Record<string, Encrypted>> = {
  // Source: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html
  'AWS::DynamoDB::Table': { key: ['SSESpecification', 'KMSMasterKeyId'], uses: { 'dynamodb:GetRecords': READING } },
  // Source: https://docs.aws.amazon.com/streams/latest/dev/permissions-user-key-KMS.html
  'AWS::Kinesis::Stream': { key: ['StreamEncryption', 'KeyId'], uses: { 'kinesis:GetRecords': READING } },
  // Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html
  'AWS::S3::Bucket': {
    key: ['BucketEncryption', 'ServerSideEncryptionConfiguration', 'ServerSideEncryptionByDefault', 'KMSMasterKeyID'],
    uses: { 's3:PutObject': ['kms:GenerateDataKey'] },
  },
  // Source: https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
  'AWS::SNS::Topic': { key: ['KmsMasterKeyId'], uses: { 'sns:Publish': SENDING } },
  // Source: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html
  'AWS::SQS::Queue': { key: ['KmsMasterKeyId'], uses: { 'sqs:ReceiveMessage': READING, 'sqs:SendMessage': SENDING } },
  // Source: https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html
  'AWS::SecretsManager::Secret': { key: ['KmsKeyId'], uses: { 'secretsmanager:GetSecretValue': READING } },
};

function keyGrants({ actions, written, level }: NeededGrant, template: Template): readonly NeededGrant[] {
  const resource = firstResource(written, template);
  const encrypted = resource && Object.hasOwn(ENCRYPTED, resource.type) ? ENCRYPTED[resource.type] : undefined;
  const uses = encrypted ? actions.flatMap((action) => encrypted.uses[action] ?? []) : [];
  if (!resource || !encrypted || uses.length === 0 || level !== 'required') return [];
  const key = keyOf(resource, encrypted, template);
  const on = key && leavesItToIam(key, template) ? arnOf(key, template) : undefined;
  return key && on ? [required(uses, { on, written: arnReference(key) })] : [];
}

/** The resource whose ARN the value begins with: that of a bucket's objects is the bucket. */
function firstResource({ parts: [first] }: SymbolicString, template: Template): Resource | undefined {
  return first?.kind === 'hole' && first.hole.kind === 'attribute' ? template.resources.get(first.hole.logicalId) : undefined;
}

/** The key of the template that the resource is encrypted with; of any other nothing is known. */
function keyOf(resource: Resource, { key: [first = '', ...path] }: Encrypted, template: Template): Resource | undefined {
  let nodes: readonly SyntaxNode[] = itemsOf(propertyAt(template, resource, first));
  for (const key of path) nodes = nodes.flatMap((node) => itemsOf(childAt(node, key)));
  const [node] = nodes;
  const hole = node && onlyHole(evaluate(node, { template }));
  const key = hole?.kind === 'attribute' ? template.resources.get(hole.logicalId) : undefined;
  return key?.type === 'AWS::KMS::Key' ? key : undefined;
}

/**
 * Whether the key's policy names nobody but the account and services, so that only IAM policies let the role use it. A key without a
 * policy gets such a one.
 */
function leavesItToIam(key: Resource, template: Template): boolean {
  const policy = propertyAt(template, key, 'KeyPolicy');
  if (!policy) return true;
  if (policy.kind !== 'mapping') return false;
  const { statements, complete } = readPolicyDocument(policy, templateReader({ template }));
  const allows = statements.filter(({ effect }) => effect !== 'Deny');
  return complete && allows.every(namesNoIdentity) && allows.some(namesAccount);
}

const ACCOUNT = /^(?:\d{12}|arn:.*:iam::.*:root)$/;

function namesNoIdentity({ principals }: Statement): boolean {
  return (
    principals !== undefined &&
    !principals.negated &&
    principals.complete &&
    principals.principals.every(({ type, value }) => type === 'Service' || ACCOUNT.test(display(value)))
  );
}

function namesAccount({ principals }: Statement): boolean {
  return principals?.principals.some(({ value }) => ACCOUNT.test(display(value))) ?? false;
}
