import {
  arnOf,
  arnReference,
  canonical,
  evaluate,
  propertyAt,
  type Resource,
  type Template,
} from '../../cloudformation/index.ts';
import { coversArn } from '../../iam/index.ts';
import { concat, knownText, literal, onlyHole, type SymbolicString, some, type Ternary } from '../../symbolic/index.ts';
import { itemsOf } from '../../syntax/index.ts';

/** A resource that a policy is attached to. */
export interface Owner {
  /** Its logical id, or its name where the template does not make it. */
  readonly name: string;
  readonly arn: SymbolicString;
  readonly reference: SymbolicString;
  /** A bucket's policy is also that of the objects in it. */
  readonly isContainer: boolean;
}

/** The property of a policy resource that says what it is attached to. */
const ATTACHED_BY: ReadonlyMap<string, string> = new Map([
  ['AWS::SQS::QueuePolicy', 'Queues'],
  ['AWS::SQS::QueueInlinePolicy', 'Queue'],
  ['AWS::SNS::TopicPolicy', 'Topics'],
  ['AWS::SNS::TopicInlinePolicy', 'TopicArn'],
  ['AWS::S3::BucketPolicy', 'Bucket'],
]);

/** What a policy resource is attached to; `undefined` unless that is known for certain. */
export function ownersOf(policy: Resource, template: Template): readonly Owner[] | undefined {
  const node = propertyAt(template, policy, ATTACHED_BY.get(policy.type) ?? '');
  const isContainer = policy.type === 'AWS::S3::BucketPolicy';
  const owners = itemsOf(node).map((item) => ownerAt(evaluate(item, { template }), template, isContainer));
  const known = owners.filter((owner) => owner !== undefined);
  return known.length > 0 && known.length === owners.length ? known : undefined;
}

function ownerAt(value: SymbolicString, template: Template, isContainer: boolean): Owner | undefined {
  const hole = onlyHole(value);
  const resource = hole?.kind === 'attribute' ? template.resources.get(hole.logicalId) : undefined;
  const arn = resource && arnOf(resource, template);
  if (resource && arn) return { name: resource.logicalId, arn, reference: arnReference(resource), isContainer };
  const name = knownText(value);
  if (!isContainer || name === undefined || !/^[a-z0-9.-]+$/.test(name)) return undefined;
  const bucket = literal(`arn:aws:s3:::${name}`);
  return { name, arn: bucket, reference: bucket, isContainer };
}

/** Whether a resource of the policy is, or is in, what the policy is attached to. */
export function concerns(resource: SymbolicString, owner: Owner, template: Template): Ternary {
  const value = canonical(resource, template);
  const inside = concat([owner.arn, '/*']);
  const answers = [coversArn(value, owner.arn), coversArn(owner.arn, value)];
  return some(owner.isContainer ? [...answers, coversArn(inside, value), coversArn(value, inside)] : answers);
}
