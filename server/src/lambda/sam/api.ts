import { argumentText, evaluate, intrinsicOf, propertyAt, type Template } from '../../cloudformation/index.ts';
import { ofHole, type SymbolicString } from '../../symbolic/index.ts';
import { literalText, type SyntaxNode } from '../../syntax/index.ts';
import { eventProperty, type SamEvent, samEvents } from './events.ts';

/** The APIs that SAM makes for events that name none. Source: SAM specification, "Generated resources". */
export const IMPLICIT_API = { Api: 'ServerlessRestApi', HttpApi: 'ServerlessHttpApi' } as const;

const API_PROPERTY = { Api: 'RestApiId', HttpApi: 'ApiId' } as const;

type ApiEventType = keyof typeof API_PROPERTY;

export function isApiEvent(event: SamEvent): event is SamEvent & { readonly type: ApiEventType } {
  return event.type === 'Api' || event.type === 'HttpApi';
}

/** The API that an event belongs to, as SAM writes its id: what the event names, or the implicit one. */
export function apiOfEvent(event: SamEvent & { readonly type: ApiEventType }, template: Template): SymbolicString {
  const node = eventProperty(event, API_PROPERTY[event.type]);
  if (node) return evaluate(node, { template });
  return ofHole({ kind: 'attribute', logicalId: IMPLICIT_API[event.type], attribute: undefined });
}

/** The logical id in an event's property that names an API by `Ref` or in plain text. */
export function namedResource(node: SyntaxNode | undefined): string | undefined {
  const call = node && intrinsicOf(node);
  return call ? (call.name === 'Ref' ? argumentText(call) : undefined) : literalText(node);
}

/** The events for which SAM makes an API of their own, the implicit one. */
export function eventsOfImplicitApi(template: Template, type: ApiEventType): readonly SamEvent[] {
  return samEvents(template).filter((event) => event.type === type && !eventProperty(event, API_PROPERTY[type]));
}

/**
 * What SAM puts behind the logical id of a REST API event's permission: the stage's name. `Stage` when the name is computed or
 * given elsewhere, `AllStages` when the API itself is computed; the implicit API's stage is `Prod`.
 */
export function stageSuffix(event: SamEvent, template: Template): string {
  const node = eventProperty(event, 'RestApiId');
  if (!node) return 'Prod';
  const api = namedResource(node);
  if (api === undefined) return 'AllStages';
  const resource = template.resources.get(api);
  const stage = resource && propertyAt(template, resource, 'StageName');
  return stage?.kind === 'scalar' && stage.tag === undefined && typeof stage.value === 'string' ? stage.value : 'Stage';
}
