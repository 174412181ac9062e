import type { Analysis } from '../../analysis/index.ts';
import type { SamConnector } from '../../iam/knowledge/index.ts';
import { type Connector, type ConnectorEnd, connectorsOf } from '../../lambda/index.ts';
import { childAt, entryOf, itemsOf, literalText, type SyntaxNode } from '../../syntax/index.ts';
import { removeItem } from '../../syntax/write/index.ts';
import type { Span } from '../../text/span.ts';
import { defineRule, type Fix } from '../rule.ts';

interface Found {
  readonly connector: Connector;
  readonly span: Span;
  readonly message: string;
  readonly fix?: Fix | undefined;
}

/** A connector between two resources that SAM has none for, or with a permission that it does not offer. */
export const unsupportedConnector = defineRule<Found>({
  id: 'unsupported-connector',
  severity: 'error',
  outcome: 'deploy-fails',
  docs: {
    summary: 'A connector that SAM cannot make.',
    why:
      'SAM knows for certain pairs of resource types what a connector grants, and whether it may read, write or both. For another pair or ' +
      'another permission it ends the deployment.',
    url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/reference-sam-connector.html',
    aka: [],
    bad: [
      `Transform: AWS::Serverless-2016-10-31
Resources:
  Clicks:
    Type: AWS::Kinesis::Stream
  Worker:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      CodeUri: src
  ClicksToWorker:
    Type: AWS::Serverless::Connector
    Properties:
      Source: { Id: Clicks }
      Destination: { Id: Worker }
      #            ^^^^^^^^^^^^^^ SAM has no connector from AWS::Kinesis::Stream to AWS::Lambda::Function
      Permissions: [Read]
`,
    ],
    good: [
      `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::SQS::Queue
  Worker:
    Type: AWS::Serverless::Function
    Connectors:
      Orders:
        Properties:
          Destination: { Id: Orders }
          Permissions: [Write]
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      CodeUri: src
`,
    ],
  },

  scope: 'document',

  *find(analysis) {
    const { template, knowledge } = analysis;
    for (const connector of template ? connectorsOf(template) : []) {
      for (const end of connector.destinations) {
        const { source } = connector;
        if (source.type === undefined || end.type === undefined || !template?.complete) continue;
        const profile = knowledge.samConnectors.connector(source.type, end.type);
        yield* profile ? wrongPermissions(connector, profile, analysis) : unknownPair(connector, end, analysis);
      }
    }
  },

  diagnose: ({ connector, span, message }) => ({ span, message, subject: { policy: connector.logicalId } }),

  fix: ({ fix }) => (fix ? [fix] : []),
});

function unknownPair(connector: Connector, end: ConnectorEnd, { knowledge }: Analysis): readonly Found[] {
  const { source, resource } = connector;
  const possible = knowledge.samConnectors
    .all()
    .filter((profile) => profile.source === source.type)
    .map(({ destination }) => destination);
  const advice =
    source.type === 'AWS::Kinesis::Stream' || possible.length === 0
      ? 'Use an event of the function, or grant the actions in a policy.'
      : `From ${source.type} there are connectors to ${possible.join(', ')}. Otherwise grant the actions in a policy.`;
  const message = `SAM has no connector from ${source.type} to ${end.type}, so the deployment fails. ${advice}`;
  return [{ connector, span: end.node?.outerSpan ?? resource.nameSpan, message }];
}

function wrongPermissions(connector: Connector, profile: SamConnector, { tree }: Analysis): readonly Found[] {
  const list = permissionsOf(connector);
  const items = itemsOf(list);
  if (!list || items.some((item) => literalText(item) === undefined)) return [];
  const offered = offeredBy(profile);
  const wrong = items.find((item) => !offered.includes(literalText(item) ?? ''));
  const pair = `from ${profile.source} to ${profile.destination}`;
  if (wrong) {
    const message = `The connector ${pair} does not offer ${literalText(wrong)}, so the deployment fails. It offers ${offered.join(' and ')}.`;
    const edit = list.kind === 'sequence' && items.length > 1 ? removeItem(tree, list, wrong) : undefined;
    const fix = edit && { title: `Remove ${literalText(wrong)}`, preferred: true, edits: [edit] };
    return [{ connector, span: wrong.outerSpan, message, fix }];
  }
  const isAccepted =
    profile.combinations.length === 0 ||
    profile.combinations.some((names) => names.join() === [...connector.permissions].sort().join());
  if (isAccepted) return [];
  const choices = profile.combinations.map((names) => names.join(' and ')).join(', or ');
  const message = `The connector ${pair} takes ${choices}, not ${connector.permissions.join(' and ')} alone, so the deployment fails.`;
  return [{ connector, span: list.outerSpan, message }];
}

function permissionsOf({ node }: Connector): SyntaxNode | undefined {
  return entryOf(childAt(node, 'Properties'), 'Permissions')?.value;
}

function offeredBy({ read, write }: SamConnector): readonly string[] {
  return [...(read.length > 0 ? ['Read'] : []), ...(write.length > 0 ? ['Write'] : [])];
}
