import type { Template } from '../../cloudformation/index.ts';
import type { InvokePermission } from '../model.ts';
import { authorizerPermissions } from './authorizers.ts';
import { connectorPermissions } from './connectors.ts';
import { eventPermissions } from './eventPermissions.ts';
import { functionUrlPermissions } from './functionUrl.ts';
import { graphQlPermissions } from './graphQl.ts';
import { webSocketPermissions } from './webSocket.ts';

export { apiOfEvent, eventsOfImplicitApi, IMPLICIT_API, isApiEvent, stageSuffix } from './api.ts';
export { type SamAuthorizer, samAuthorizers } from './authorizers.ts';
export { type Connector, type ConnectorEnd, connectorsOf } from './connectors.ts';
export { invokedFunction } from './draft.ts';
export { isPolledByQueue } from './eventPermissions.ts';
export { eventProperty, eventsOf, eventValue, type SamEvent, samEvents } from './events.ts';
export { functionUrlConfig, urlAuthType } from './functionUrl.ts';
export { aliasId, eventResourceId, permissionId } from './generated.ts';
export { type Route, routeOf } from './routes.ts';
export { type WebSocketRoute, webSocketRoutes } from './webSocket.ts';

/**
 * The `AWS::Lambda::Permission` resources that SAM's transform makes of a template, with the logical ids and in the spelling that it
 * gives them. Nothing for a template without SAM.
 */
export function samPermissions(template: Template): readonly InvokePermission[] {
  if (!template.usesSam) return [];
  return [
    ...eventPermissions(template),
    ...functionUrlPermissions(template),
    ...authorizerPermissions(template),
    ...webSocketPermissions(template),
    ...graphQlPermissions(template),
    ...connectorPermissions(template),
  ];
}
