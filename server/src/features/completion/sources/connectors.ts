import type { SamConnector } from '../../../iam/knowledge/index.ts';
import { child, literalText, type SyntaxNode } from '../../../syntax/index.ts';
import type { Scene } from '../scene.ts';
import type { Source, Suggestion } from '../suggestion.ts';
import { othersIn } from './inTemplate.ts';

/** `Read` and `Write`, as far as SAM's connector between the two types has them; both, where the types cannot be told. */
export const connectorPermissions: Source<'connector-permission'> = ({ present }, scene) => {
  const connector = connectorAround(scene);
  const offered = [
    ...(!connector || connector.read.length > 0 ? ['Read'] : []),
    ...(!connector || connector.write.length > 0 ? ['Write'] : []),
  ];
  const inList = scene.word.node.parent?.kind === 'sequence';
  return {
    items: offered
      .filter((name) => !present.includes(name))
      .map((name): Suggestion => ({ label: name, kind: 'value', insert: inList ? { text: name } : { value: [name] } })),
  };
};

function connectorAround(scene: Scene): SamConnector | undefined {
  const { analysis, around } = scene;
  const properties = around.find((node) => child(node, 'Destination') !== undefined);
  const destination = typeOf(literalText(child(child(properties, 'Destination'), 'Id')), scene) ?? '';
  return analysis.knowledge.samConnectors.connector(sourceType(properties, scene) ?? '', destination);
}

/** The resources that may be an end of a connector; the destinations are those that the source has a connector to. */
export const connectorEnds: Source<'connector-end'> = (_, scene) => {
  const { samConnectors } = scene.analysis.knowledge;
  const isSource = scene.path.at(-2) === 'Source';
  const properties = scene.around.find((node) => child(node, 'Destination') !== undefined || child(node, 'Source') !== undefined);
  const from = isSource ? undefined : sourceType(properties, scene);
  const sources = from === undefined ? samConnectors.all().map(({ source }) => source) : [from];
  const destinations = samConnectors.all().map(({ destination }) => destination);
  const fits = (type: string): boolean =>
    isSource
      ? destinations.some((destination) => samConnectors.connector(type, destination))
      : sources.some((source) => samConnectors.connector(source, type));
  return {
    items: othersIn(scene)
      .filter(({ type }) => fits(type))
      .map(({ logicalId, type }) => ({ label: logicalId, kind: 'resource', detail: type, insert: { text: logicalId } })),
  };
};

/** The type of a connector's source: that of a connector in another resource is the resource. */
function sourceType(properties: SyntaxNode | undefined, scene: Scene): string | undefined {
  const { resource } = scene;
  if (resource?.type !== 'AWS::Serverless::Connector') return resource?.type;
  return typeOf(literalText(child(child(properties, 'Source'), 'Id')), scene);
}

function typeOf(logicalId: string | undefined, { template }: Scene): string | undefined {
  return logicalId === undefined ? undefined : template?.resources.get(logicalId)?.type;
}
