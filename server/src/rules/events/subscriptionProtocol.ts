import type { Analysis } from '../../analysis/index.ts';
import { evaluate, type Resource, type Template } from '../../cloudformation/index.ts';
import { onlyHole } from '../../symbolic/index.ts';
import { child, itemsOf, literalText, type ScalarNode, type SyntaxNode } from '../../syntax/index.ts';
import { replaceText } from '../../syntax/write/index.ts';
import { defineRule } from '../rule.ts';
import { WORKER } from '../support/samples.ts';

/** Where subscriptions are written. */
const SUBSCRIBING_TYPES: ReadonlySet<string> = new Set(['AWS::SNS::Subscription', 'AWS::SNS::Topic']);

interface Found {
  readonly trigger: string;
  readonly protocol: ScalarNode;
  readonly endpoint: Resource;
  readonly right: string;
}

/** A topic that is to reach something in a way in which it cannot be reached. */
export const subscriptionProtocol = defineRule<Found>({
  id: 'subscription-protocol',
  severity: 'error',
  outcome: 'deploy-fails',
  docs: {
    summary: 'The protocol of a subscription does not fit what it delivers to.',
    why: 'Amazon SNS reaches a function by the protocol lambda and a queue by sqs. It refuses a subscription in which the two do not fit.',
    url: 'https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html',
    aka: ['W3694'],
    bad: [
      `${WORKER}  Alarms:
    Type: AWS::SNS::Topic
  ToWorker:
    Type: AWS::SNS::Subscription
    Properties:
      TopicArn: !Ref Alarms
      Protocol: sqs
              # ^^^ error: Worker is reached by the protocol lambda
      Endpoint: !GetAtt Worker.Arn
`,
    ],
    good: [
      `Resources:
  Jobs:
    Type: AWS::SQS::Queue
  Alarms:
    Type: AWS::SNS::Topic
    Properties:
      Subscription:
        - { Protocol: sqs, Endpoint: !GetAtt Jobs.Arn }
        - { Protocol: email, Endpoint: someone@example.com }
`,
    ],
  },

  scope: 'resource',
  types: SUBSCRIBING_TYPES,

  find: ({ template, resources }: Analysis) => (template ? resources.flatMap((resource) => inResource(resource, template)) : []),

  diagnose: ({ trigger, protocol, endpoint, right }) => ({
    span: protocol.span,
    message: `${endpoint.logicalId} is reached by the protocol ${right}, not by ${protocol.text}: Amazon SNS refuses the subscription. Write ${right}.`,
    subject: { trigger },
  }),

  fix: ({ protocol, right }) => [
    { title: `Replace with ${right}`, preferred: true, edits: [replaceText(protocol, 0, protocol.text.length, right)] },
  ],
});

/** How each is reached. Source: https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html */
const PROTOCOLS: Readonly<Record<string, string>> = {
  'AWS::KinesisFirehose::DeliveryStream': 'firehose',
  'AWS::Lambda::Alias': 'lambda',
  'AWS::Lambda::Function': 'lambda',
  'AWS::Lambda::Version': 'lambda',
  'AWS::SQS::Queue': 'sqs',
  'AWS::Serverless::Function': 'lambda',
};

function inResource({ type, logicalId, properties }: Resource, template: Template): readonly Found[] {
  if (type === 'AWS::SNS::Subscription') return mismatchIn(properties, logicalId, template);
  if (type !== 'AWS::SNS::Topic') return [];
  return itemsOf(child(properties, 'Subscription')).flatMap((item) => mismatchIn(item, logicalId, template));
}

function mismatchIn(node: SyntaxNode | undefined, trigger: string, template: Template): readonly Found[] {
  const protocol = child(node, 'Protocol');
  const value = child(node, 'Endpoint');
  const hole = value && onlyHole(evaluate(value, { template }));
  const endpoint = hole?.kind === 'attribute' ? template.resources.get(hole.logicalId) : undefined;
  const right = endpoint && Object.hasOwn(PROTOCOLS, endpoint.type) ? PROTOCOLS[endpoint.type] : undefined;
  if (protocol?.kind !== 'scalar' || !endpoint || right === undefined) return [];
  const written = literalText(protocol);
  return written === undefined || written === right ? [] : [{ trigger, protocol, endpoint, right }];
}
