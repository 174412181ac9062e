import type { Resource } from '../../cloudformation/index.ts';
import { propertyAt } from '../../cloudformation/index.ts';
import { entryOf } from '../../syntax/index.ts';
import { addEntry, mapping as drafted, setEntry } from '../../syntax/write/index.ts';
import { defineRule } from '../rule.ts';
import { type EventSource, eventSourcesOf, numberAt, POLLING_TYPES } from '../support/eventSources.ts';
import { WORKER } from '../support/samples.ts';

interface Found {
  readonly mapping: EventSource;
  readonly queue: Resource;
  readonly fn: Resource;
  readonly visibility: number;
  readonly timeout: number;
}

/** Seconds, where nothing is written. Sources: the property pages of AWS::SQS::Queue and AWS::Lambda::Function */
const USUAL_VISIBILITY = 30;
const USUAL_TIMEOUT = 3;

/** The longest that SQS hides a message, in seconds. Source: the property page of AWS::SQS::Queue */
const LONGEST = 43_200;

/** A queue whose messages come back while the function still works on them. */
export const visibilityTimeoutTooShort = defineRule<Found>({
  id: 'visibility-timeout-too-short',
  severity: 'error',
  outcome: 'deploy-fails',
  docs: {
    summary: 'A queue shows a message again before the function that works on it must be done.',
    why:
      'A message that is taken from a queue is hidden for the visibility timeout. Where that is shorter than the function’s ' +
      'timeout, the message would be worked on twice, so Lambda refuses the mapping. AWS advises six times the function’s timeout.',
    url: 'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html',
    aka: ['E3505'],
    bad: [
      `${WORKER}      Timeout: 60
  Jobs:
    Type: AWS::SQS::Queue
    Properties:
      VisibilityTimeout: 45
                       # ^^ error: Jobs shows a message again after 45 seconds
  JobsMapping:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      FunctionName: !Ref Worker
      EventSourceArn: !GetAtt Jobs.Arn
`,
    ],
    good: [
      `${WORKER}      Timeout: 60
  Jobs:
    Type: AWS::SQS::Queue
    Properties:
      VisibilityTimeout: 360
  JobsMapping:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      FunctionName: !Ref Worker
      EventSourceArn: !GetAtt Jobs.Arn
`,
    ],
  },

  scope: 'resource',
  types: POLLING_TYPES,

  *find(analysis) {
    const { template } = analysis;
    for (const mapping of template ? eventSourcesOf(analysis) : []) {
      const { kind, source: queue, fn } = mapping;
      if (!template || kind !== 'sqs' || queue?.type !== 'AWS::SQS::Queue' || !fn) continue;
      const visibility = numberAt(queue, 'VisibilityTimeout', USUAL_VISIBILITY, template);
      const timeout = numberAt(fn, 'Timeout', USUAL_TIMEOUT, template);
      if (visibility !== undefined && timeout !== undefined && visibility < timeout)
        yield { mapping, queue, fn, visibility, timeout };
    }
  },

  diagnose: ({ mapping, queue, fn, visibility, timeout }, { template }) => ({
    span: (template && propertyAt(template, queue, 'VisibilityTimeout')?.span) ?? queue.nameSpan,
    message:
      `${queue.logicalId} shows a message again after ${visibility} seconds, but ${fn.logicalId} may take ${timeout} for it: ` +
      'Lambda refuses the mapping. Hide messages for longer; AWS advises six times the function’s timeout.',
    subject: { function: fn.logicalId, trigger: mapping.subject },
    related: [{ span: fn.nameSpan, message: `It may take ${timeout} seconds.` }],
  }),

  fix: ({ queue, timeout }, { tree }) => {
    const seconds = Math.min(LONGEST, timeout * 6);
    const { properties } = queue;
    const edit = properties
      ? setEntry(tree, properties, 'VisibilityTimeout', seconds)
      : addEntry(tree, queue.node, 'Properties', drafted({ VisibilityTimeout: seconds }), entryOf(queue.node, 'Type'));
    return [{ title: `Hide messages for ${seconds} seconds`, preferred: true, edits: [edit] }];
  },
});
