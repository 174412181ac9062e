import { entryOf } from '../../syntax/index.ts';
import { addEntry, removeEntry } from '../../syntax/write/index.ts';
import { defineRule } from '../rule.ts';
import { certainEntry, type EventSource, eventSourcesOf, POLLING_TYPES } from '../support/eventSources.ts';
import { WORKER } from '../support/samples.ts';

/** A stream without a place to start at, or a queue with one. */
export const startingPosition = defineRule<EventSource>({
  id: 'starting-position',
  severity: 'error',
  outcome: 'deploy-fails',
  docs: {
    summary: 'An event source mapping does not say where to start in a stream, or says so for a queue.',
    why:
      'A stream holds records of the past, so Lambda must be told whether to read them (TRIM_HORIZON) or only new ones ' +
      '(LATEST). A queue has no such positions. Lambda refuses the mapping either way.',
    url: 'https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html',
    aka: ['E3633', 'E3634'],
    bad: [
      `${WORKER}  Clicks:
    Type: AWS::Kinesis::Stream
  ClicksMapping:
# ^^^^^^^^^^^^^ error: ClicksMapping does not say where to start
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      FunctionName: !Ref Worker
      EventSourceArn: !GetAtt Clicks.Arn
`,
    ],
    good: [
      `${WORKER}  Clicks:
    Type: AWS::Kinesis::Stream
  ClicksMapping:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      FunctionName: !Ref Worker
      EventSourceArn: !GetAtt Clicks.Arn
      StartingPosition: LATEST
`,
    ],
  },

  scope: 'resource',
  types: POLLING_TYPES,

  find: (analysis) =>
    eventSourcesOf(analysis).filter(({ kind, properties }) =>
      kind === 'sqs' ? certainEntry(properties, POSITION) !== undefined : !entryOf(properties, POSITION),
    ),

  diagnose: ({ subject, kind, nameSpan, properties }) => ({
    span: kind === 'sqs' ? (entryOf(properties, POSITION)?.key.span ?? nameSpan) : nameSpan,
    message:
      kind === 'sqs'
        ? 'A queue has no positions to start at, so Lambda refuses the mapping. Remove StartingPosition.'
        : `${subject} does not say where to start in the stream, so Lambda refuses it. Add StartingPosition: LATEST for new records only, TRIM_HORIZON for all that are there.`,
    subject: { trigger: subject },
    // Lambda's reference demands it of Kinesis and DynamoDB only; CloudFormation's schema of Kafka as well.
    ...(kind === 'kafka' ? { severity: 'warning' as const } : {}),
  }),

  fix: ({ kind, properties }, { tree }) => {
    const entry = entryOf(properties, POSITION);
    if (kind === 'sqs')
      return entry ? [{ title: 'Remove StartingPosition', preferred: true, edits: [removeEntry(tree, properties, entry)] }] : [];
    return ['LATEST', 'TRIM_HORIZON'].map((position) => ({
      title: `Start at ${position}`,
      preferred: false,
      edits: [addEntry(tree, properties, POSITION, position)],
    }));
  },
});

const POSITION = 'StartingPosition';
