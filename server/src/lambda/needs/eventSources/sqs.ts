import type { EventSource } from '../eventSource.ts';
import { ANYWHERE, required } from '../grants.ts';

export const sqs: EventSource = {
  definition: {
    id: 'sqs',
    title: 'Amazon SQS event source mapping',
    because: 'Lambda receives and deletes the messages of the queue with the permissions of the execution role.',
    docsUrl: 'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html',
    severity: 'error',
    outcome: 'deploy-fails',
  },
  recognise: { arn: /^arn:[^:]+:sqs:/, resourceTypes: ['AWS::SQS::Queue'], samEvent: 'SQS' },
  grants: ({ source }) => [required(['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'], source ?? ANYWHERE)],
};
