import type { Analysis } from '../../analysis/index.ts';
import { argumentText, evaluate, intrinsicOf, propertyAt, referencesIn, type Template } from '../../cloudformation/index.ts';
import { knownText } from '../../symbolic/index.ts';
import { child, type SyntaxNode } from '../../syntax/index.ts';
import { ref, replaceValue } from '../../syntax/write/index.ts';
import { defineRule } from '../rule.ts';
import { type PushedEvent, pushedEventsOf, SAM_FUNCTION } from '../support/samEvents.ts';
import { SAM_WORKER } from '../support/samples.ts';

/** What an event must name, and by which of its properties. */
interface Kind {
  readonly event: string;
  readonly property: string;
  readonly type: string;
  /** The property by which the resource may be named literally. */
  readonly nameProperty: string;
  readonly words: string;
  readonly instead: string;
}

/** Source: github.com/aws/serverless-application-model, samtranslator/model/eventsources/push.py, classes `S3` and `Cognito`. */
const KINDS: readonly Kind[] = [
  {
    event: 'S3',
    property: 'Bucket',
    type: 'AWS::S3::Bucket',
    nameProperty: 'BucketName',
    words: 'bucket',
    instead: 'For a bucket of another stack, have it send its events to EventBridge, and write an EventBridgeRule event.',
  },
  {
    event: 'Cognito',
    property: 'UserPool',
    type: 'AWS::Cognito::UserPool',
    nameProperty: 'UserPoolName',
    words: 'user pool',
    instead: 'For a user pool of another stack, set its LambdaConfig there, and write an AWS::Lambda::Permission here.',
  },
];

interface Found {
  readonly event: PushedEvent;
  readonly kind: Kind;
  readonly node: SyntaxNode;
  /** The resource that is meant, where the value shows it. */
  readonly meant: string | undefined;
}

/** An S3 or Cognito event of SAM that does not name its source with `Ref`. */
export const eventSourceElsewhere = defineRule<Found>({
  id: 'event-source-elsewhere',
  severity: 'error',
  outcome: 'deploy-fails',
  docs: {
    summary: 'An S3 or Cognito event of SAM does not refer to a bucket or user pool of the template.',
    why:
      'For these events SAM writes the notification into the bucket and the trigger into the user pool. So it takes nothing but !Ref and the ' +
      'logical id of one that is in the same template: no name, ARN or parameter. Otherwise the transform fails.',
    url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-s3.html',
    aka: [],
    bad: [
      `${SAM_WORKER}        Upload:
          Type: S3
          Properties:
            Bucket: my-uploads
            #       ^^^^^^^^^^ SAM cannot make Worker.Events.Upload
            Events: s3:ObjectCreated:*
`,
    ],
    good: [
      `${SAM_WORKER}        Upload:
          Type: S3
          Properties:
            Bucket: !Ref Uploads
            Events: s3:ObjectCreated:*
  Uploads:
    Type: AWS::S3::Bucket
`,
    ],
  },

  scope: 'resource',
  types: SAM_FUNCTION,

  *find(analysis) {
    const { template } = analysis;
    if (!template?.complete) return;
    for (const kind of KINDS) {
      for (const event of pushedEventsOf(analysis, kind.event)) {
        const node = child(event.properties, kind.property);
        if (node && isElsewhere(node, kind, template)) yield { event, kind, node, meant: meantBy(node, kind, template) };
      }
    }
  },

  diagnose: ({ event: { owner, invoker }, kind, node, meant }) => ({
    span: node.outerSpan,
    message:
      `SAM cannot make ${invoker.trigger.name}: ${kind.property} must be !Ref and the logical id of a ${kind.words} of this template, into which ` +
      `SAM writes the trigger. Deployment fails with “${kind.event} events must reference”. ` +
      (meant === undefined ? kind.instead : `Write !Ref ${meant}.`),
    subject: {
      function: owner.fn.logicalId,
      trigger: invoker.trigger.name,
      ...(meant === undefined ? {} : { suggestion: meant }),
    },
  }),

  fix: ({ node, meant }, { tree }: Analysis) =>
    meant === undefined ? [] : [{ title: `Refer to ${meant}`, preferred: true, edits: [replaceValue(tree, node, ref(meant))] }],
});

/** A name that is nowhere in the template is a mistake of its own, and half-typed values are none yet. */
function isElsewhere(node: SyntaxNode, { type }: Kind, template: Template): boolean {
  const call = intrinsicOf(node);
  if (!call) return node.kind === 'scalar' && node.text !== '';
  if (call.name !== 'Ref') return true;
  const name = argumentText(call) ?? '';
  const resource = template.resources.get(name);
  return resource ? resource.type !== type : template.parameters.has(name);
}

/** The one resource of the type that the value names: by its logical id, its literal name or an attribute. */
function meantBy(node: SyntaxNode, { type, nameProperty }: Kind, template: Template): string | undefined {
  const referred = [...referencesIn(node)].map(({ name }) => name);
  const text = knownText(evaluate(node, { template }));
  const [only, ...others] = [...template.resources.values()].filter((resource) => {
    if (resource.type !== type) return false;
    const nameNode = propertyAt(template, resource, nameProperty);
    const name = nameNode && knownText(evaluate(nameNode, { template }));
    return referred.includes(resource.logicalId) || (text !== undefined && [resource.logicalId, name].includes(text));
  });
  return others.length === 0 ? only?.logicalId : undefined;
}
