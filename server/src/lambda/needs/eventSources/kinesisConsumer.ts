import type { EventSource } from '../eventSource.ts';
import { ANYWHERE, documented, required, type Target } from '../grants.ts';
import { before } from '../targets.ts';

export const kinesisConsumer: EventSource = {
  definition: {
    id: 'kinesis-consumer',
    title: 'Kinesis enhanced fan-out event source mapping',
    because: "Lambda subscribes to the consumer and reads the stream's shards with the permissions of the execution role.",
    docsUrl: 'https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-create.html',
    severity: 'error',
    outcome: 'deploy-fails',
  },
  recognise: {
    arn: /^arn:[^:]+:kinesis:[^:]*:[^:]*:stream\/[^/]+\/consumer\//,
    resourceTypes: ['AWS::Kinesis::StreamConsumer'],
  },
  grants: ({ source = ANYWHERE }) => {
    const stream = streamOf(source);
    return [
      // A policy on the stream alone does not cover its consumers: their ARNs go on behind it.
      required(['kinesis:SubscribeToShard'], source),
      required(['kinesis:GetRecords', 'kinesis:GetShardIterator', 'kinesis:DescribeStream'], stream),
      documented(['kinesis:DescribeStreamConsumer'], source),
      documented(['kinesis:DescribeStreamSummary', 'kinesis:ListShards'], stream),
    ];
  },
};

function streamOf({ on }: Target): Target {
  const stream = before(on, '/consumer/');
  return { on: stream, written: stream };
}
