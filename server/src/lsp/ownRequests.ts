/**
 * The requests that the protocol does not have, each as what registers its handler. They stand apart from what answers them, so that the
 * server can listen before the engine is loaded.
 */
import { type Connection, type RequestHandler, RequestType } from 'vscode-languageserver';
import type { DocumentKind } from '../analysis/index.ts';
import type { FunctionPage } from '../features/index.ts';
import type { DocumentKindParams } from './documentKind.ts';
import type { MissingPermissions, MissingPermissionsParams } from './missingPermissions.ts';
import type { AddPermissionParams, FunctionPageParams } from './ofFunctions.ts';
import type { PermissionMapFileParams, PermissionMapParams, ShownMap } from './permissionMap.ts';

const DocumentKindRequest = new RequestType<DocumentKindParams, DocumentKind, never>('lambdaIam/documentKind');
const PermissionMapRequest = new RequestType<PermissionMapParams, ShownMap | null, never>('lambdaIam/permissionMap');
const PermissionMapFileRequest = new RequestType<PermissionMapFileParams, string | null, never>('lambdaIam/permissionMapFile');

const FunctionPageRequest = new RequestType<FunctionPageParams, FunctionPage | null, never>('lambdaIam/functionPage');
const AddPermissionRequest = new RequestType<AddPermissionParams, string | null, never>('lambdaIam/addPermission');
const MissingPermissionsRequest = new RequestType<MissingPermissionsParams, MissingPermissions | null, never>(
  'lambdaIam/addMissingPermissions',
);

/** The account of a function in Markdown; `null` where no function is. */
export const onFunctionPage = registering(FunctionPageRequest);

/** The call of the AWS CLI that adds a permission; `null` where neither a permission nor a trigger is. */
export const onAddPermission = registering(AddPermissionRequest);

/** All that is missing in a document, as one edit. */
export const onMissingPermissions = registering(MissingPermissionsRequest);

/** What a document is by its content. */
export const onDocumentKind = registering(DocumentKindRequest);

/** The permission map of a document as an editor shows it; `null` for what is no template. */
export const onPermissionMap = registering(PermissionMapRequest);

/** The permission map of a document as a text in SVG, Mermaid or DOT; `null` for what is no template. */
export const onPermissionMapFile = registering(PermissionMapFileRequest);

function registering<P, R>(request: RequestType<P, R, never>) {
  return (connection: Connection) => (handler: RequestHandler<P, R, never>) => connection.onRequest(request, handler);
}
