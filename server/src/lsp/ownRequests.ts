/**
 * The requests that the protocol does not have, each as what registers its handler. They stand apart from what answers them, so that the
 * server can listen before the engine is loaded.
 */
import { type Connection, type RequestHandler, RequestType } from 'vscode-languageserver';
import type { DocumentKind } from '../analysis/index.ts';
import type { FunctionPage, Misunderstanding, Suggested } from '../features/index.ts';
import type { DocumentKindParams } from './documentKind.ts';
import type { MissingPermissions, MissingPermissionsParams } from './missingPermissions.ts';
import type { AddPermissionParams, FunctionPageParams } from './ofFunctions.ts';
import type { AnsweredError, PastedErrorParams } from './pastedError.ts';
import type { PermissionMapFileParams, PermissionMapParams, ShownMap } from './permissionMap.ts';
import type {
  ActionsLikeParams,
  AnsweredPage,
  FunctionsToAskParams,
  MayDoParams,
  ResourcesForParams,
  WhoMayInvokeParams,
} from './questions.ts';

const DocumentKindRequest = new RequestType<DocumentKindParams, DocumentKind, never>('lambdaIam/documentKind');
const PermissionMapRequest = new RequestType<PermissionMapParams, ShownMap | null, never>('lambdaIam/permissionMap');
const PermissionMapFileRequest = new RequestType<PermissionMapFileParams, string | null, never>('lambdaIam/permissionMapFile');

const FunctionPageRequest = new RequestType<FunctionPageParams, FunctionPage | null, never>('lambdaIam/functionPage');
const AddPermissionRequest = new RequestType<AddPermissionParams, string | null, never>('lambdaIam/addPermission');
const MissingPermissionsRequest = new RequestType<MissingPermissionsParams, MissingPermissions | null, never>(
  'lambdaIam/addMissingPermissions',
);

const PastedErrorRequest = new RequestType<PastedErrorParams, AnsweredError | null, never>('lambdaIam/pastedError');

type Answered = AnsweredPage | Misunderstanding | null;

const MayDoRequest = new RequestType<MayDoParams, Answered, never>('lambdaIam/mayDo');
const WhoMayInvokeRequest = new RequestType<WhoMayInvokeParams, Answered, never>('lambdaIam/whoMayInvoke');
const FunctionsToAskRequest = new RequestType<FunctionsToAskParams, readonly string[], never>('lambdaIam/functionsToAsk');
const ActionsLikeRequest = new RequestType<ActionsLikeParams, readonly Suggested[], never>('lambdaIam/actionsLike');
const ResourcesForRequest = new RequestType<ResourcesForParams, readonly Suggested[], never>('lambdaIam/resourcesFor');

/** Whether a function may do something; `null` where nothing can be asked. */
export const onMayDo = registering(MayDoRequest);

/** Who can have a function called. */
export const onWhoMayInvoke = registering(WhoMayInvokeRequest);

/** The functions that may be asked about. */
export const onFunctionsToAsk = registering(FunctionsToAskRequest);

/** Actions that the typed letters may mean. */
export const onActionsLike = registering(ActionsLikeRequest);

/** The resources of the template that an action is used on. */
export const onResourcesFor = registering(ResourcesForRequest);

/** The account of a function in Markdown; `null` where no function is. */
export const onFunctionPage = registering(FunctionPageRequest);

/** The call of the AWS CLI that adds a permission; `null` where neither a permission nor a trigger is. */
export const onAddPermission = registering(AddPermissionRequest);

/** All that is missing in a document, as one edit. */
export const onMissingPermissions = registering(MissingPermissionsRequest);

/** What an error that somebody pastes means for their documents; `null` when that fails. */
export const onPastedError = registering(PastedErrorRequest);

/** What a document is by its content. */
export const onDocumentKind = registering(DocumentKindRequest);

/** The permission map of a document as an editor shows it; `null` for what is no template. */
export const onPermissionMap = registering(PermissionMapRequest);

/** The permission map of a document as a text in SVG, Mermaid or DOT; `null` for what is no template. */
export const onPermissionMapFile = registering(PermissionMapFileRequest);

function registering<P, R>(request: RequestType<P, R, never>) {
  return (connection: Connection) => (handler: RequestHandler<P, R, never>) => connection.onRequest(request, handler);
}
