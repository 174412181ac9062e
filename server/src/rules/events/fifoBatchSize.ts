import type { Analysis } from '../../analysis/index.ts';
import type { ScalarNode } from '../../syntax/index.ts';
import { replaceValue } from '../../syntax/write/index.ts';
import { defineRule } from '../rule.ts';
import { certainEntry, type EventSource, eventSourcesOf, isFifo, numberOf, POLLING_TYPES } from '../support/eventSources.ts';
import { WORKER } from '../support/samples.ts';

/** The most messages that Lambda takes from such a queue at once. Source: the page below. */
const MOST = 10;

/** More messages at once than a FIFO queue gives. */
export const fifoBatchSize = defineRule<{ readonly mapping: EventSource; readonly size: ScalarNode }>({
  id: 'fifo-batch-size',
  severity: 'error',
  outcome: 'deploy-fails',
  docs: {
    summary: 'A mapping asks a FIFO queue for more than ten messages at once.',
    why: 'From a queue that keeps its order Lambda takes at most ten messages at a time, and refuses a mapping that asks for more.',
    url: 'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-parameters.html',
    aka: ['E3705'],
    bad: [
      `${WORKER}  Jobs:
    Type: AWS::SQS::Queue
    Properties:
      FifoQueue: true
  JobsMapping:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      FunctionName: !Ref Worker
      EventSourceArn: !GetAtt Jobs.Arn
      BatchSize: 100
               # ^^^ error: Jobs is a FIFO queue
`,
    ],
    good: [
      `${WORKER}  Jobs:
    Type: AWS::SQS::Queue
  JobsMapping:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      FunctionName: !Ref Worker
      EventSourceArn: !GetAtt Jobs.Arn
      BatchSize: 100
      MaximumBatchingWindowInSeconds: 5
`,
    ],
  },

  scope: 'resource',
  types: POLLING_TYPES,

  find: (analysis) =>
    eventSourcesOf(analysis).flatMap((mapping) => {
      const size = certainEntry(mapping.properties, 'BatchSize')?.value;
      return size && (numberOf(size) ?? 0) > MOST && isFromFifo(mapping, analysis) ? [{ mapping, size }] : [];
    }),

  diagnose: ({ mapping: { subject, source }, size }) => ({
    span: size.span,
    message: `${source?.logicalId} is a FIFO queue, from which Lambda takes at most ${MOST} messages at once: it refuses the mapping. Write ${MOST} or less.`,
    subject: { trigger: subject },
  }),

  fix: ({ size }, { tree }) => [{ title: `Take ${MOST} at once`, preferred: true, edits: [replaceValue(tree, size, MOST)] }],
});

function isFromFifo({ kind, source }: EventSource, { template }: Analysis): boolean {
  return kind === 'sqs' && template !== undefined && source !== undefined && isFifo(source, template);
}
