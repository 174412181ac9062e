import { arnOf, arnReference, draftOf, type Resource } from '../../../cloudformation/index.ts';
import { display, type SymbolicString } from '../../../symbolic/index.ts';
import { ref, sub } from '../../../syntax/write/index.ts';
import type { Scene } from '../scene.ts';
import type { Suggestion } from '../suggestion.ts';

/** The template's resources, of the given types or of all; without the one that the cursor is in, which cannot refer to itself. */
export function othersIn({ template, resource }: Scene, types = /./): readonly Resource[] {
  return [...(template?.resources.values() ?? [])].filter(
    ({ logicalId, type }) => logicalId !== resource?.logicalId && types.test(type),
  );
}

/** References to the ARNs of those resources. */
export function arnsIn(scene: Scene, types?: RegExp): readonly Suggestion[] {
  const { template } = scene;
  return othersIn(scene, types).flatMap((resource) =>
    template && arnOf(resource, template) ? arnSuggestion(arnReference(resource), resource) : [],
  );
}

/** A reference to the ARN of a resource, or to what begins with it, in the form that the template's language has for it. */
export function arnSuggestion(arn: SymbolicString, { logicalId, type }: Resource): readonly Suggestion[] {
  const value = draftOf(arn);
  if (value === undefined) return [];
  const label = arn.parts.length === 1 ? display(arn).slice(2, -1) : display(arn);
  return [{ label, kind: 'resource', detail: type, insert: { value }, subject: logicalId }];
}

/** `Ref` to a resource. */
export function refSuggestion({ logicalId, type }: Resource): Suggestion {
  return { label: logicalId, kind: 'resource', detail: type, insert: { value: ref(logicalId) } };
}

const APIS = /^AWS::(?:ApiGateway::RestApi|ApiGatewayV2::Api|Serverless::(?:Api|HttpApi|WebSocketApi))$/;

/** What clients of the template's APIs call. Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/arn-format-reference.html */
export function apiArns(scene: Scene): readonly Suggestion[] {
  return othersIn(scene, APIS).map(({ logicalId, type }) => {
    const text = `arn:\${AWS::Partition}:execute-api:\${AWS::Region}:\${AWS::AccountId}:\${${logicalId}}/*`;
    return { label: `${logicalId}/*`, kind: 'resource', detail: type, insert: { value: sub(text) }, subject: logicalId };
  });
}
