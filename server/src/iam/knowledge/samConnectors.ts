import { once } from '../../incremental/once.ts';
import { isJsonObject, type JsonObject, listAt, objectsAt, parseJsonObject, stringAt, stringsOf } from './json.ts';

/** What a connector writes: a policy on one of the two roles, a permission of a function, or the policy of a queue or topic. */
export type SamConnectorGrant = 'source-role' | 'destination-role' | 'lambda-permission' | 'queue-policy' | 'topic-policy';

/** What `AWS::Serverless::Connector` grants between two types of resources. */
export interface SamConnector {
  readonly source: string;
  readonly destination: string;
  readonly grants: SamConnectorGrant;
  /**
   * Statements, with `%{Source.Arn}`, `%{Destination.Name}` and the like for properties of the two resources; for
   * `lambda-permission`, one object of properties of `AWS::Lambda::Permission`. Empty: the connector does not offer it.
   */
  readonly read: readonly JsonObject[];
  readonly write: readonly JsonObject[];
  /** The combinations of `Read` and `Write` that SAM accepts; empty: any that the connector offers. */
  readonly combinations: readonly (readonly string[])[];
}

/** SAM's connectors. */
export interface SamConnectors {
  /** The types may be SAM's own: `AWS::Serverless::Function` means `AWS::Lambda::Function`. */
  connector(source: string, destination: string): SamConnector | undefined;
  all(): readonly SamConnector[];
}

/** @param text `server/data/sam-connectors.json`, whole; it is read at the first lookup */
export function createSamConnectors(text: string): SamConnectors {
  const file = once(() => parseJsonObject(text));
  const connectors = once(() => objectsAt(file(), 'connectors').map(connectorOf));
  const realType = (type: string): string => {
    const aliases = file()['typeAliases'];
    return (isJsonObject(aliases) && stringAt(aliases, type)) || type;
  };
  return {
    all: connectors,
    connector: (source, destination) => {
      const [from, to] = [realType(source), realType(destination)];
      return connectors().find((connector) => connector.source === from && connector.destination === to);
    },
  };
}

function connectorOf(entry: JsonObject): SamConnector {
  return {
    source: stringAt(entry, 'source'),
    destination: stringAt(entry, 'destination'),
    grants: grantOf(stringAt(entry, 'grants')),
    read: objectsAt(entry, 'read'),
    write: objectsAt(entry, 'write'),
    combinations: listAt(entry, 'combinations').map(stringsOf),
  };
}

function grantOf(text: string): SamConnectorGrant {
  switch (text) {
    case 'destination-role':
    case 'lambda-permission':
    case 'queue-policy':
    case 'topic-policy':
      return text;
    default:
      return 'source-role';
  }
}
