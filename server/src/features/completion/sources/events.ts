import { SAM_EVENT_TYPES } from '../../../lambda/index.ts';
import { child, literalText } from '../../../syntax/index.ts';
import { getAtt } from '../../../syntax/write/index.ts';
import type { Scene } from '../scene.ts';
import type { Source, Suggestion } from '../suggestion.ts';
import { arnsIn, othersIn, refSuggestion } from './inTemplate.ts';

/**
 * The types that a property of a mapping or of a SAM event names by ARN.
 * Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-eventsource.html
 */
const BY_ARN: Readonly<Record<string, RegExp>> = {
  EventSourceArn: /^AWS::(?:SQS::Queue|Kinesis::Stream(?:Consumer)?|MSK::(?:Serverless)?Cluster|DocDB::DBCluster)$/,
  Queue: /^AWS::SQS::Queue$/,
  Stream: /^AWS::Kinesis::Stream(?:Consumer)?$/,
  Topic: /^AWS::SNS::Topic$/,
  Cluster: /^AWS::(?:MSK::(?:Serverless)?Cluster|DocDB::DBCluster)$/,
};

/** What may be the source of a mapping or of a SAM event. */
export const eventSources: Source<'event-source'> = (_, scene) => {
  const property = scene.path.at(-1) ?? '';
  if (property === 'Bucket') return { items: othersIn(scene, /^AWS::S3::Bucket$/).map(refSuggestion) };
  const types = BY_ARN[property];
  const eventType = literalText(child(scene.around[2], 'Type'));
  const hasTables = property === 'EventSourceArn' || (property === 'Stream' && eventType !== 'Kinesis');
  return {
    items: [...(types && eventType !== 'DynamoDB' ? arnsIn(scene, types) : []), ...(hasTables ? streams(scene) : [])],
  };
};

/** The streams of the tables. */
function streams(scene: Scene): readonly Suggestion[] {
  return othersIn(scene, /^AWS::DynamoDB::Table$/).map(({ logicalId, type }) => ({
    label: `${logicalId}.StreamArn`,
    kind: 'resource',
    detail: type,
    insert: { value: getAtt(logicalId, 'StreamArn') },
    subject: logicalId,
  }));
}

export const samEventTypes: Source<'sam-event-type'> = () => ({
  items: SAM_EVENT_TYPES.map(({ type, title }) => ({
    label: type,
    kind: 'value',
    detail: title.replace(/ \(SAM\)$/, ''),
    insert: { text: type },
  })),
});
