import type { Analysis } from '../../analysis/index.ts';
import { type Connector, type ConnectorEnd, connectorStatements } from '../../lambda/index.ts';
import type { ConnectorEntity } from '../entities/connector.ts';
import { code, codeList, paragraphs } from './markdown.ts';
import { permissionSentence } from './permission.ts';
import { statementList } from './statements.ts';

const URL = 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/managing-permissions-connectors.html';

/** A connector of SAM: what it writes, and where. */
export function describeConnector({ connector }: ConnectorEntity, analysis: Analysis): string {
  const { logicalId, source, destinations, permissions } = connector;
  return paragraphs(
    `**${logicalId}** · SAM connector: ${nameOf(source)} → ${destinations.map(nameOf).join(', ')}, ${codeList(permissions)}`,
    ...destinations.flatMap((destination) => writtenFor(connector, destination, analysis)),
    ...madePermissions(connector, analysis),
    `[AWS's page](${URL})`,
  );
}

function nameOf({ logicalId, type }: ConnectorEnd): string {
  return logicalId === undefined ? code(type ?? '?') : `**${logicalId}**`;
}

const PLACES = {
  'source-role': 'Into the role of the source goes:',
  'destination-role': 'Into the role of the destination goes:',
  'queue-policy': 'Into the policy of the queue goes:',
  'topic-policy': 'Into the policy of the topic goes:',
  'lambda-permission': undefined,
} as const;

function writtenFor(connector: Connector, destination: ConnectorEnd, { template, knowledge }: Analysis): readonly string[] {
  const { source } = connector;
  const profile = source.type && destination.type ? knowledge.samConnectors.connector(source.type, destination.type) : undefined;
  if (!profile || !template) return ['SAM has no connector between resources of these types.'];
  const place = PLACES[profile.grants];
  return place ? [place, statementList(connectorStatements(profile, connector, destination, template), 4)] : [];
}

function madePermissions({ logicalId }: Connector, analysis: Analysis): readonly string[] {
  return analysis.permissions.permissions
    .filter((permission) => permission.origin === 'sam' && permission.logicalId.startsWith(`${logicalId}WriteLambdaPermission`))
    .map((permission) => `SAM makes ${code(permission.logicalId)}. ${permissionSentence(permission, analysis)}`);
}
