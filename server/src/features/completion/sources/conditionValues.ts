import type { ConditionKeyInfo } from '../../../iam/index.ts';
import { REGIONS } from '../../../rules/support/regions.ts';
import { ref, sub } from '../../../syntax/write/index.ts';
import type { Scene } from '../scene.ts';
import type { Source, Suggestion } from '../suggestion.ts';
import { arnsIn } from './inTemplate.ts';
import { serviceNames, serviceSuggestion } from './principals.ts';

/** Values that a condition key may have, where they are a known set or something of this template. */
export const conditionValues: Source<'condition-value'> = ({ operator, key }, scene) => {
  const { iam } = scene.analysis.knowledge;
  const lower = key.toLowerCase();
  if (operator === 'Null') return { items: texts(['true', 'false']) };
  const known = KNOWN.find(({ keys }) => keys.test(lower));
  if (known) return { items: known.values(scene) };
  const info = iam.conditionKey(key);
  return { items: info ? byType(info, scene) : [] };
};

function byType({ type }: ConditionKeyInfo, scene: Scene): readonly Suggestion[] {
  if (/bool/i.test(type)) return texts(['true', 'false']);
  return /arn$/i.test(type) ? arnsIn(scene) : [];
}

interface KnownValues {
  /** Keys in lower case. */
  readonly keys: RegExp;
  readonly values: (scene: Scene) => readonly Suggestion[];
}

/**
 * Sources: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html (global keys), and the pages of the
 * services: https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html, https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html,
 * https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html
 */
const KNOWN: readonly KnownValues[] = [
  { keys: /^aws:(?:source|principal|resource|called\w*)account$|^kms:calleraccount$|^s3:resourceaccount$/, values: accounts },
  { keys: /^aws:(?:sourcearn|principalarn)$|^lambda:functionarn$|^iam:associatedresourcearn$/, values: (scene) => arnsIn(scene) },
  { keys: /^aws:requestedregion$/, values: () => texts(REGIONS.get('aws') ?? []) },
  { keys: /^iam:passedtoservice$|^aws:principalservicename$/, values: (scene) => serviceNames(scene).map(serviceSuggestion) },
  { keys: /^kms:viaservice$/, values: viaServices },
  { keys: /^lambda:functionurlauthtype$/, values: () => texts(['AWS_IAM', 'NONE']) },
  { keys: /^s3:x-amz-server-side-encryption$/, values: () => texts(['aws:kms', 'aws:kms:dsse', 'AES256']) },
  {
    keys: /^s3:x-amz-acl$/,
    values: () => texts(['private', 'bucket-owner-full-control', 'bucket-owner-read', 'public-read', 'authenticated-read']),
  },
  { keys: /^s3:tlsversion$/, values: () => texts(['1.2', '1.3']) },
  { keys: /^sns:protocol$/, values: () => texts(['lambda', 'sqs', 'https', 'email', 'sms', 'firehose', 'application']) },
];

function texts(values: readonly string[]): readonly Suggestion[] {
  return values.map((text) => ({ label: text, kind: 'value', insert: { text } }));
}

function accounts({ template }: Scene): readonly Suggestion[] {
  return template
    ? [{ label: 'AWS::AccountId', kind: 'value', detail: 'the account of the stack', insert: { value: ref('AWS::AccountId') } }]
    : [];
}

function viaServices({ template }: Scene): readonly Suggestion[] {
  const names = ['sqs', 'sns', 's3', 'dynamodb', 'lambda', 'kinesis', 'secretsmanager', 'ssm', 'logs', 'events'];
  return names.map((name) => ({
    label: `${name}.\${Region}.amazonaws.com`,
    kind: 'value',
    insert: template ? { value: sub(`${name}.\${AWS::Region}.amazonaws.com`) } : { text: `${name}.us-east-1.amazonaws.com` },
  }));
}
