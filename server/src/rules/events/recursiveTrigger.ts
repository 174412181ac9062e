import type { Analysis, Knowledge } from '../../analysis/index.ts';
import { arnOf, canonical, type Resource, type Template } from '../../cloudformation/index.ts';
import {
  FUNCTION_TYPES,
  type FunctionPermissions,
  type Invoker,
  permissionGraphAt,
  roleAllows,
  type Trigger,
} from '../../lambda/index.ts';
import { concat, display, type Guard, type SymbolicString } from '../../symbolic/index.ts';
import { child, itemsOf, literalText, type SyntaxNode } from '../../syntax/index.ts';
import type { Span } from '../../text/span.ts';
import { defineRule } from '../rule.ts';
import { type EventSource, eventSourcesOf, POLLING_TYPES } from '../support/eventSources.ts';
import { workerWithRole } from '../support/samples.ts';

type WritingAction = 's3:PutObject' | 'sns:Publish' | 'sqs:SendMessage';

/** What is written to by each. */
const SOURCES: Readonly<Record<WritingAction, string>> = {
  's3:PutObject': 'bucket',
  'sns:Publish': 'topic',
  'sqs:SendMessage': 'queue',
};

/** What calls a function, and what the function may do to it. */
interface Candidate {
  readonly owner: FunctionPermissions;
  /** Where the trigger is written, and its name. */
  readonly span: Span;
  readonly name: string;
  readonly guard: Guard;
  /** What puts something into the source, and the ARN that this is done to. */
  readonly action: WritingAction;
  readonly resource: SymbolicString;
}

/** A function that may write to what calls it. */
export const recursiveTrigger = defineRule<Candidate>({
  id: 'recursive-trigger',
  severity: 'hint',
  outcome: 'no-effect',
  docs: {
    summary: 'A function may write to the bucket, queue or topic that calls it.',
    why:
      'What the function writes there calls it again. AWS stops such loops after some rounds and only between the services that ' +
      'take part in the detection; until then each round costs. Write to another place, or let only some objects call.',
    url: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html',
    aka: [],
    bad: [
      `${workerWithRole('lambda.amazonaws.com', 'AWSLambdaBasicExecutionRole').replace(
        '      ManagedPolicyArns:',
        `      Policies:
        - PolicyName: jobs
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: [sqs:ReceiveMessage, sqs:DeleteMessage, sqs:GetQueueAttributes, sqs:SendMessage]
                Resource: !GetAtt Jobs.Arn
      ManagedPolicyArns:`,
      )}  Jobs:
    Type: AWS::SQS::Queue
  JobsMapping:
# ^^^^^^^^^^^ hint: Worker may call sqs:SendMessage on
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      FunctionName: !Ref Worker
      EventSourceArn: !GetAtt Jobs.Arn
`,
    ],
    good: [
      `${workerWithRole('lambda.amazonaws.com', 'AWSLambdaSQSQueueExecutionRole')}  Jobs:
    Type: AWS::SQS::Queue
  JobsMapping:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      FunctionName: !Ref Worker
      EventSourceArn: !GetAtt Jobs.Arn
`,
    ],
  },

  scope: 'resource',
  types: new Set([...FUNCTION_TYPES, ...POLLING_TYPES]),

  find: (analysis) => candidatesOf(analysis).filter((candidate) => mayWrite(candidate, analysis)),

  diagnose: ({ owner: { fn }, span, name, action }) => ({
    span,
    message:
      `${fn.logicalId} may call ${action} on the ${SOURCES[action]} that calls it. If it does, it calls itself, over and over. ` +
      'Write to another place, or take the permission away.',
    subject: { function: fn.logicalId, trigger: name },
  }),
});

function mayWrite({ owner: { role }, resource, action, guard }: Candidate, { template }: Analysis): boolean {
  const inOneSpelling = (value: SymbolicString): SymbolicString => (template ? canonical(value, template) : value);
  return roleAllows({ action, resource, given: guard, canonical: inOneSpelling }, role).verdict === 'granted';
}

function candidatesOf(analysis: Analysis): readonly Candidate[] {
  const { template, permissions, knowledge } = analysis;
  if (!template) return [];
  const pushed = permissions.functions.flatMap((owner) => owner.invokers.flatMap((invoker) => pushedBy(invoker, owner)));
  const polled = eventSourcesOf(analysis).flatMap((source) => polledFrom(source, template, knowledge));
  return [...pushed, ...polled];
}

/** Source: https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html */
function pushedBy({ trigger }: Invoker, owner: FunctionPermissions): readonly Candidate[] {
  const { source, span, name, guard } = trigger;
  const service = /^arn:(?:[a-z-]+|\$\{AWS::Partition\}):(s3|sns):/.exec(source ? display(source) : '')?.[1];
  const place = { owner, span, name, guard };
  if (source && service === 'sns') return [{ ...place, resource: source, action: 'sns:Publish' }];
  const isEach = source && service === 's3' && callsForEachObject(trigger);
  return isEach ? [{ ...place, resource: concat([source, '/*']), action: 's3:PutObject' }] : [];
}

function polledFrom(
  { subject, nameSpan, kind, fn, source }: EventSource,
  template: Template,
  knowledge: Knowledge,
): readonly Candidate[] {
  const [owner] = fn ? permissionGraphAt(template, fn, knowledge).functions : [];
  const resource = kind === 'sqs' && source ? arnOf(source, template) : undefined;
  if (!owner || !resource) return [];
  return [{ owner, span: nameSpan, name: subject, guard: owner.fn.guard, resource, action: 'sqs:SendMessage' }];
}

/** Whether every object that is written to the bucket calls: no prefix or suffix is asked for. */
function callsForEachObject({ resource, property }: Trigger): boolean {
  const path = property.split('.');
  const found = at(resource, path[0] === 'Events' ? [...path, 'Properties'] : path.slice(0, -1));
  const events = itemsOf(child(found, 'Events') ?? child(found, 'Event')).map(literalText);
  const isWritten = events.length > 0 && events.every((event) => event?.startsWith('s3:ObjectCreated:'));
  return isWritten && child(found, 'Filter') === undefined;
}

function at({ properties }: Resource, path: readonly string[]): SyntaxNode | undefined {
  return path.reduce<SyntaxNode | undefined>(
    (node, key) => (node?.kind === 'sequence' ? node.items[Number(key)] : child(node, key)),
    properties,
  );
}
