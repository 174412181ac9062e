import { child, literalText } from '../../../syntax/index.ts';
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

function connectorAround(scene: Scene) {
  const { template, resource, analysis, path, around } = scene;
  const properties = around[path.length - (resource?.type === 'AWS::Serverless::Connector' ? 3 : 5)];
  const own =
    resource?.type === 'AWS::Serverless::Connector' ? literalText(child(child(properties, 'Source'), 'Id')) : resource?.logicalId;
  const destination = literalText(child(child(properties, 'Destination'), 'Id'));
  const typeOf = (id: string | undefined): string => template?.resources.get(id ?? '')?.type ?? '';
  return analysis.knowledge.samConnectors.connector(typeOf(own), typeOf(destination));
}

/** The resources that may be an end of a connector; the destinations are those that the source has a connector to. */
export const connectorEnds: Source<'connector-end'> = (_, scene) => {
  const { template, analysis, path, resource, around } = scene;
  const all = analysis.knowledge.samConnectors.all();
  const isSource = path.at(-2) === 'Source';
  const isOwn = resource?.type === 'AWS::Serverless::Connector';
  const properties = around.find((node) => child(node, 'Destination') !== undefined || child(node, 'Source') !== undefined);
  const sourceId = isOwn ? literalText(child(child(properties, 'Source'), 'Id')) : resource?.logicalId;
  const sourceType = template?.resources.get(sourceId ?? '')?.type;
  const { samConnectors } = analysis.knowledge;
  const fits = (type: string): boolean => {
    if (isSource || sourceType === undefined)
      return all.some(({ destination, source }) =>
        samConnectors.connector(isSource ? type : source, isSource ? destination : type),
      );
    return samConnectors.connector(sourceType, type) !== undefined;
  };
  return {
    items: othersIn(scene)
      .filter(({ type }) => fits(type))
      .map(({ logicalId, type }) => ({ label: logicalId, kind: 'resource', detail: type, insert: { text: logicalId } })),
  };
};
