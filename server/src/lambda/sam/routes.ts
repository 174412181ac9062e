import { evaluate, propertyAt, type Resource, type Template } from '../../cloudformation/index.ts';
import { concat, display, isSame, type SymbolicString } from '../../symbolic/index.ts';
import { literalText } from '../../syntax/index.ts';
import { apiOfEvent, isApiEvent, namedResource } from './api.ts';
import { sub } from './draft.ts';
import { eventProperty, eventsOf, type SamEvent } from './events.ts';

/** The method and the path of an API event; without both an HTTP API's event is its `$default` route. */
export interface Route {
  readonly method: string;
  readonly path: string;
}

/** `undefined` when the event does not say which route it is. */
export function routeOf(event: SamEvent): Route | undefined {
  const method = literalText(eventProperty(event, 'Method'));
  const path = literalText(eventProperty(event, 'Path'));
  if (event.type === 'HttpApi' && method === undefined && path === undefined) return { method: ANY_METHOD, path: '$default' };
  return method === undefined || path === undefined ? undefined : { method, path };
}

const ANY_METHOD = 'x-amazon-apigateway-any-method';
const ROUTE = 'arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${__Api__}/*';

/** The ARN that SAM lets in for an API event: every stage of its API, its method and path. */
export function routeArn(event: SamEvent, template: Template): SymbolicString | undefined {
  if (!isApiEvent(event)) return undefined;
  const route = routeOf(event);
  const variables = { __Api__: apiOfEvent(event, template) };
  if (!route) return sub(`${ROUTE}/*`, template, variables);
  return concat([sub(ROUTE, template, variables), '/', event.type === 'Api' ? restRoute(route) : httpRoute(route)]);
}

function restRoute({ method, path }: Route): string {
  const verb = method.toLowerCase() === 'any' ? '*' : method.toUpperCase();
  return `${verb}${withoutLastSlash(path).replace(/\{[A-Za-z0-9._-]+\+?\}/g, '*')}`;
}

/** Unlike for a REST API, SAM leaves a greedy parameter as it is unless it is called `proxy`. */
function httpRoute({ method, path }: Route): string {
  if (path === '$default') return '*';
  if (path === '/$default') return '$default';
  const verb = /^(?:any|x-amazon-apigateway-any-method)$/i.test(method) ? '*' : method.toUpperCase();
  return `${verb}${withoutLastSlash(path).replace(/\{(?:[A-Za-z0-9._-]+|proxy\+)\}/g, '*')}`;
}

function withoutLastSlash(path: string): string {
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}

/** SAM makes no permission beside the one for the `$default` route of the same API and function: that one covers all. */
export function isCoveredByDefaultRoute(event: SamEvent, template: Template): boolean {
  if (!isApiEvent(event) || event.fn.autoPublishAlias || routeOf(event)?.path === '$default') return false;
  const api = apiOfEvent(event, template);
  const isDefaultRoute = (other: SamEvent): boolean =>
    isApiEvent(other) &&
    other.type === 'HttpApi' &&
    routeOf(other)?.path === '$default' &&
    isSame(apiOfEvent(other, template), api);
  const resource = template.resources.get(namedResource(eventProperty(event, 'ApiId')) ?? '');
  if (resource && propertyAt(template, resource, 'DefinitionUri')) return false;
  return eventsOf(event.fn, template).some(isDefaultRoute) || bodyHasDefaultRoute(event, resource, template);
}

/** Whether the API's own `DefinitionBody` leads its `$default` route to the event's function. */
function bodyHasDefaultRoute(event: SamEvent, api: Resource | undefined, template: Template): boolean {
  const route = ['paths', '$default', ANY_METHOD, 'x-amazon-apigateway-integration', 'uri'];
  const uri = api && propertyAt(template, api, 'DefinitionBody', ...route);
  return uri !== undefined && display(evaluate(uri, { template })).includes(`\${${event.fn.logicalId}.Arn}`);
}
