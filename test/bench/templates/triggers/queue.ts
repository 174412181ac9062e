import { allow } from '../statements.ts';
import { arnOf, ref, resource } from '../values.ts';
import type { TriggerKind } from './trigger.ts';

/** A queue with a dead-letter queue, polled by an event source mapping. */
export const queue: TriggerKind = ({ fn }, forgets) => {
  const [jobs, dead] = [`${fn}Queue`, `${fn}DeadLetters`];
  const queues = {
    [dead]: resource('AWS::SQS::Queue', { MessageRetentionPeriod: 1_209_600 }),
    [jobs]: resource('AWS::SQS::Queue', {
      VisibilityTimeout: 180,
      RedrivePolicy: { deadLetterTargetArn: arnOf(dead), maxReceiveCount: 5 },
    }),
  };
  const mapping = resource('AWS::Lambda::EventSourceMapping', {
    EventSourceArn: arnOf(jobs),
    FunctionName: ref(fn),
    BatchSize: 10,
    FunctionResponseTypes: ['ReportBatchItemFailures'],
  });
  const actions = [...(forgets ? [] : ['sqs:ReceiveMessage']), 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];
  return {
    resources: { ...queues, [`${fn}Mapping`]: mapping },
    statements: [allow('Jobs', actions, arnOf(jobs))],
    forgotten: 'missing-execution-permission',
    event: { Jobs: { Type: 'SQS', Properties: { Queue: arnOf(jobs), BatchSize: 10 } } },
    samResources: queues,
  };
};
