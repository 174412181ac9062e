import type { ClientCapabilities } from 'vscode-languageserver';
import { type CompletionSupport, completionSupportOf } from './completionSupport.ts';

/** What the client can do, as far as the server behaves differently for it. */
export interface ClientSupport {
  /** It asks for diagnostics itself; nothing is pushed then. */
  readonly pullsDiagnostics: boolean;
  /** It can be told to ask for them again. */
  readonly refreshesDiagnostics: boolean;
  /** It can be told to ask for lenses, and for hints, again. */
  readonly refreshesCodeLenses: boolean;
  readonly refreshesInlayHints: boolean;
  /** It answers `workspace/configuration`. */
  readonly answersConfiguration: boolean;
  /** It has to be asked to tell of changed settings. */
  readonly registersConfiguration: boolean;
  /** It can be asked to tell of files that change. */
  readonly registersWatchedFiles: boolean;
  /** It tells of the workspace's folders that come and go. */
  readonly workspaceFolders: boolean;
  readonly relatedInformation: boolean;
  readonly markdown: boolean;
  readonly codeActionLiterals: boolean;
  /** It asks for the edit of a code action when the user has chosen it. */
  readonly resolvesEdits: boolean;
  /** It asks what a rename would be about before the author types the name. */
  readonly preparesRename: boolean;
  readonly completion: CompletionSupport;
  /** It takes edits with the version of the document that they are for. */
  readonly versionedEdits: boolean;
}

/** @param client what the client calls itself */
export function clientSupportOf(capabilities: ClientCapabilities, client?: string): ClientSupport {
  const { workspace, textDocument } = capabilities;
  const codeAction = textDocument?.codeAction;
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport ?? false,
    refreshesCodeLenses: workspace?.codeLens?.refreshSupport ?? false,
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport ?? false,
    answersConfiguration: workspace?.configuration ?? false,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration ?? false,
    registersWatchedFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false,
    workspaceFolders: workspace?.workspaceFolders ?? false,
    relatedInformation:
      textDocument?.publishDiagnostics?.relatedInformation ?? textDocument?.diagnostic?.relatedInformation ?? false,
    markdown: textDocument?.hover?.contentFormat?.includes('markdown') ?? true,
    codeActionLiterals: codeAction?.codeActionLiteralSupport !== undefined,
    resolvesEdits: codeAction?.dataSupport === true && codeAction.resolveSupport?.properties.includes('edit') === true,
    preparesRename: textDocument?.rename?.prepareSupport ?? false,
    completion: completionSupportOf(capabilities, client),
    versionedEdits: workspace?.workspaceEdit?.documentChanges ?? false,
  };
}
