/**
 * The requests that the protocol does not have. They stand apart from what answers them, so that the server can
 * listen before the engine is loaded.
 */
import { RequestType } from 'vscode-languageserver';
import type { DocumentKind } from '../analysis/index.ts';
import type { DocumentKindParams } from './documentKind.ts';
import type { PermissionMapFileParams, PermissionMapParams, ShownMap } from './permissionMap.ts';

/** The permission map of a document as an editor shows it; `null` for what is no template. */
export const PermissionMapRequest = new RequestType<PermissionMapParams, ShownMap | null, never>('lambdaIam/permissionMap');

/** The permission map of a document as a text in SVG, Mermaid or DOT; `null` for what is no template. */
export const PermissionMapFileRequest = new RequestType<PermissionMapFileParams, string | null, never>(
  'lambdaIam/permissionMapFile',
);

/** What a document is by its content. */
export const DocumentKindRequest = new RequestType<DocumentKindParams, DocumentKind, never>('lambdaIam/documentKind');
