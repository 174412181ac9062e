import type { Analysis } from '../../analysis/index.ts';
import { dependenciesOf, type Template } from '../../cloudformation/index.ts';
import type { InvokePermission, Trigger } from '../../lambda/index.ts';
import { FUNCTION_TYPES } from '../../lambda/index.ts';
import { entryOf } from '../../syntax/index.ts';
import { addEntry, ref, removeEntry, setEntry } from '../../syntax/write/index.ts';
import type { TextEdit } from '../../text/edit.ts';
import { defineRule, type Fix } from '../rule.ts';
import { dependsOnEdit, sourceDraft } from '../support/permissionFix.ts';
import { WORKER } from '../support/samples.ts';

interface Found {
  readonly trigger: Trigger;
  readonly permission: InvokePermission;
  /** `after`: the permission is made after the bucket for certain; `any`: in any order; `cycle`: each waits for the other. */
  readonly order: 'after' | 'any' | 'cycle';
}

const BUCKET = `  Uploads:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: my-uploads
      NotificationConfiguration:
        LambdaConfigurations:
          - Event: s3:ObjectCreated:*
            Function: !GetAtt Worker.Arn
            #         ^^^^^^^^^^^^^^^^^^ Uploads does not wait for FromUploads
  FromUploads:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !GetAtt Worker.Arn
      Action: lambda:InvokeFunction
      Principal: s3.amazonaws.com
      SourceArn: arn:aws:s3:::my-uploads
      SourceAccount: !Ref AWS::AccountId
`;

/** A bucket with a notification that is not made to wait for its permission. */
export const notificationOrder = defineRule<Found>({
  id: 'notification-order',
  severity: 'error',
  outcome: 'deploy-fails',
  docs: {
    summary: 'A bucket notification does not wait for the permission that it needs.',
    why:
      'Amazon S3 tries the permission when the notification is made. If the permission comes later, deployment fails with “Unable to validate ' +
      'the following destination configurations”. CloudFormation only keeps an order that references or DependsOn give it.',
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucket.html',
    aka: [],
    bad: [`${WORKER}${BUCKET}`],
    good: [
      `${WORKER}${BUCKET.replace(/^.*\^.*\n/m, '').replace('    Properties:', '    DependsOn: FromUploads\n    Properties:')}`,
    ],
  },

  scope: 'resource',
  types: FUNCTION_TYPES,

  *find({ template, permissions }) {
    if (!template?.complete) return;
    for (const { trigger, verdict, grantedBy } of permissions.functions.flatMap(({ invokers }) => invokers)) {
      const [permission, ...others] = grantedBy;
      if (verdict !== 'granted' || trigger.definition.id !== 's3-bucket-notification' || others.length > 0) continue;
      const order = permission?.origin === 'template' ? orderOf(trigger, permission, template) : undefined;
      if (permission && order) yield { trigger, permission, order };
    }
  },

  diagnose: ({ trigger: { span, name, target }, permission, order }) => ({
    span,
    message: `${WORDS[order](name, permission.logicalId)} Have the bucket depend on the permission, and the permission not on the bucket.`,
    subject: {
      trigger: name,
      permission: permission.logicalId,
      principal: 's3.amazonaws.com',
      ...(target.logicalId === undefined ? {} : { function: target.logicalId }),
    },
    severity: order === 'any' ? 'warning' : 'error',
    related: [{ span: permission.resource.nameSpan, message: 'The permission that the notification needs.' }],
  }),

  fix: inOrder,
});

const FAILS = 'Amazon S3 tries the permission when it makes the notification';

const WORDS: Readonly<Record<Found['order'], (bucket: string, permission: string) => string>> = {
  after: (bucket, permission) =>
    `${permission} refers to ${bucket}, so it is made after it, but ${FAILS}: deployment fails with “Unable to validate the following destination configurations”.`,
  any: (bucket, permission) =>
    `${bucket} does not wait for ${permission}. ${FAILS}: deployment fails when the bucket is there first.`,
  cycle: (bucket, permission) => `${bucket} and ${permission} depend on each other: deployment fails with a circular dependency.`,
};

function orderOf({ resource }: Trigger, permission: InvokePermission, template: Template): Found['order'] | undefined {
  const isBefore = dependsOn(resource.logicalId, permission.logicalId, template);
  const isAfter = dependsOn(permission.logicalId, resource.logicalId, template);
  if (isBefore) return isAfter ? 'cycle' : undefined;
  return isAfter ? 'after' : 'any';
}

/** Whether one resource depends on another, over however many between. */
function dependsOn(from: string, to: string, template: Template): boolean {
  const seen = new Set<string>();
  const queue = [from];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    const resource = seen.has(id) ? undefined : template.resources.get(id);
    seen.add(id);
    const next = resource ? dependenciesOf(resource) : new Set<string>();
    if (next.has(to)) return true;
    queue.push(...next);
  }
  return false;
}

/** Names the source without the bucket, by its literal name or by the account alone, and has the bucket wait. */
function inOrder({ trigger, permission, order }: Found, { template, tree }: Analysis): readonly Fix[] {
  const { properties } = permission.resource;
  const bucket = trigger.resource;
  if (!template || !properties) return [];
  const edits: TextEdit[] = [];
  if (order !== 'any') {
    const source = entryOf(properties, 'SourceArn');
    if (!source || !dependsOnlyBySource(permission, bucket.logicalId, template)) return [];
    const draft = sourceDraft(trigger, template, new Set([bucket.logicalId]));
    edits.push(draft === undefined ? removeEntry(tree, properties, source) : setEntry(tree, properties, 'SourceArn', draft));
    if (!entryOf(properties, 'SourceAccount')) edits.push(addEntry(tree, properties, 'SourceAccount', ref('AWS::AccountId')));
  }
  if (!dependsOn(bucket.logicalId, permission.logicalId, template)) edits.push(dependsOnEdit(bucket, permission.logicalId, tree));
  return [{ title: `Have ${bucket.logicalId} wait for ${permission.logicalId}`, preferred: true, edits }];
}

/** Whether the bucket is reached only by the permission's own reference, not through the function. */
function dependsOnlyBySource({ resource, logicalId }: InvokePermission, bucket: string, template: Template): boolean {
  if (resource.dependsOn.length > 0) return false;
  return [...dependenciesOf(resource)].every((id) => id === bucket || id === logicalId || !dependsOn(id, bucket, template));
}
