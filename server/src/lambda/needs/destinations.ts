import type { Template } from '../../cloudformation/index.ts';
import type { ActionId } from '../../iam/index.ts';
import type { NeededGrant } from '../model.ts';
import { ANYWHERE, documented, required, type Target } from './grants.ts';
import { skeleton, typeOfHole, within } from './targets.ts';

/** A service that Lambda sends records to with the execution role. */
interface DestinationService {
  /** What the destination's ARN looks like; `\0` stands for what is not known. */
  readonly arn: RegExp;
  readonly resourceType: string | undefined;
  /** What SAM calls it in `Type`; a mapping calls a bucket `S3`, an event invoke configuration `S3Bucket`. */
  readonly samTypes: readonly string[];
  readonly grants: (target: Target) => readonly NeededGrant[];
}

/** Source: https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html */
const SERVICES: readonly DestinationService[] = [
  sendTo('events', 'AWS::Events::EventBus', ['EventBridge'], 'events:PutEvents'),
  sendTo('lambda', 'AWS::Lambda::Function', ['Lambda'], 'lambda:InvokeFunction'),
  sendTo('sns', 'AWS::SNS::Topic', ['SNS'], 'sns:Publish'),
  sendTo('sqs', 'AWS::SQS::Queue', ['SQS'], 'sqs:SendMessage'),
  {
    arn: /^arn:[^:]+:s3:/,
    resourceType: 'AWS::S3::Bucket',
    samTypes: ['S3', 'S3Bucket'],
    grants: (bucket) => [required(['s3:PutObject'], within(bucket, '/*')), documented(['s3:ListBucket'], bucket)],
  },
  {
    // A topic of the mapping's own cluster. Source: https://docs.aws.amazon.com/lambda/latest/dg/kafka-on-failure.html
    arn: /^kafka:\/\//,
    resourceType: undefined,
    samTypes: ['Kafka'],
    grants: () => [
      documented(['kafka-cluster:Connect', 'kafka-cluster:DescribeCluster'], ANYWHERE),
      documented(['kafka-cluster:DescribeTopic', 'kafka-cluster:WriteData', 'kafka-cluster:ReadData'], ANYWHERE),
    ],
  },
];

function sendTo(service: string, resourceType: string, samTypes: readonly string[], action: ActionId): DestinationService {
  const arn = new RegExp(`^arn:[^:]+:${service}:`);
  return { arn, resourceType, samTypes, grants: (target) => [required([action], target)] };
}

/**
 * What it takes to send to a destination; nothing when it cannot be told what it is.
 *
 * @param samType the `Type` that SAM asks for beside the ARN
 */
export function sendingGrants(target: Target, samType: string | undefined, template: Template): readonly NeededGrant[] {
  const arn = skeleton(target.on);
  const type = typeOfHole(target.on, template);
  const service = SERVICES.find((each) => each.arn.test(arn) || (type !== undefined && each.resourceType === type));
  if (service) return service.grants(target);
  return samType === undefined ? [] : samSendingGrants(target, samType);
}

/** What SAM takes a destination to need that is of this `Type`. */
export function samSendingGrants(target: Target, samType: string): readonly NeededGrant[] {
  return SERVICES.find(({ samTypes }) => samTypes.includes(samType))?.grants(target) ?? [];
}
