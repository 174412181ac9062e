import type { Chance } from './chance.ts';
import type { DomainNames } from './names.ts';
import { arnOf, type Properties, ref, sub, type Value } from './values.ts';

/** A statement that allows; with one action it is written as people write it, without a list. */
export function allow(sid: string, actions: readonly string[], resource: Value): Properties {
  const [only = ''] = actions;
  return { Sid: sid, Effect: 'Allow', Action: actions.length === 1 ? only : actions, Resource: resource };
}

/** What a function may use: of each kind of access some actions. */
interface Use {
  readonly sid: string;
  readonly actions: readonly string[];
  readonly resource: (domain: DomainNames) => Value;
}

const STACK = '${AWS::Region}:${AWS::AccountId}';

const USES: readonly Use[] = [
  {
    sid: 'Table',
    actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem', 'dynamodb:Query'],
    resource: ({ table }) => [arnOf(table), sub(`\${${table}.Arn}/index/*`)],
  },
  {
    sid: 'Files',
    actions: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:GetObjectTagging', 's3:AbortMultipartUpload'],
    resource: ({ bucket }) => sub(`\${${bucket}.Arn}/*`),
  },
  { sid: 'Listing', actions: ['s3:ListBucket', 's3:GetBucketLocation'], resource: ({ bucket }) => arnOf(bucket) },
  { sid: 'Topic', actions: ['sns:Publish'], resource: ({ topic }) => ref(topic) },
  {
    sid: 'Secret',
    actions: ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'],
    resource: ({ secret }) => ref(secret),
  },
  {
    sid: 'Settings',
    actions: ['ssm:GetParameter', 'ssm:GetParameters', 'ssm:GetParametersByPath'],
    resource: () => sub(`arn:\${AWS::Partition}:ssm:${STACK}:parameter/\${Stage}/*`),
  },
  {
    sid: 'Events',
    actions: ['events:PutEvents'],
    resource: () => sub(`arn:\${AWS::Partition}:events:${STACK}:event-bus/default`),
  },
  {
    sid: 'Workflow',
    actions: ['states:StartExecution'],
    resource: () => sub(`arn:\${AWS::Partition}:states:${STACK}:stateMachine:\${AWS::StackName}-*`),
  },
];

/** Some statements, as the execution role of a function has them. */
export function statementsFor(domain: DomainNames, chance: Chance): readonly Properties[] {
  return chance
    .someOf(USES, chance.oneOf([1, 2, 2]))
    .map(({ sid, actions, resource }) => allow(sid, chance.someOf(actions, chance.oneOf([1, 2, 3, 5])), resource(domain)));
}
