import type { EventSource } from '../eventSource.ts';
import { ANYWHERE, required } from '../grants.ts';

export const dynamodb: EventSource = {
  definition: {
    id: 'dynamodb',
    title: 'DynamoDB stream event source mapping',
    because: "Lambda reads the table's stream with the permissions of the execution role; access to the table is not enough.",
    docsUrl: 'https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-eventsourcemapping.html',
    severity: 'error',
    outcome: 'deploy-fails',
  },
  recognise: { arn: /^arn:[^:]+:dynamodb:[^:]*:[^:]*:table\/[^/]+\/stream\//, samEvent: 'DynamoDB' },
  grants: ({ source = ANYWHERE }) => [
    required(['dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:DescribeStream'], source),
    // AWS's reference lists no resource for it, but its own examples limit it to the table's streams: either form is fine.
    required(['dynamodb:ListStreams'], ANYWHERE),
  ],
};
