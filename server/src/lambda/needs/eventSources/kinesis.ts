import type { EventSource } from '../eventSource.ts';
import { ANYWHERE, documented, required } from '../grants.ts';

export const kinesis: EventSource = {
  definition: {
    id: 'kinesis',
    title: 'Kinesis data stream event source mapping',
    because: 'Lambda reads the shards of the stream with the permissions of the execution role.',
    docsUrl: 'https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-create.html',
    severity: 'error',
    outcome: 'deploy-fails',
  },
  recognise: {
    arn: /^arn:[^:]+:kinesis:[^:]*:[^:]*:stream\/[^/]+$/,
    resourceTypes: ['AWS::Kinesis::Stream'],
    samEvent: 'Kinesis',
  },
  grants: ({ source = ANYWHERE }) => [
    required(['kinesis:GetRecords', 'kinesis:GetShardIterator', 'kinesis:DescribeStream'], source),
    documented(['kinesis:DescribeStreamSummary', 'kinesis:ListShards'], source),
    // Listing takes no resource.
    documented(['kinesis:ListStreams'], ANYWHERE),
  ],
};
