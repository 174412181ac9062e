import { type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';
import type { ClientSupport } from './clientSupport.ts';
import { CODE_ACTION_KINDS } from './codeActionKinds.ts';
import { TRIGGER_CHARACTERS } from './completionItems.ts';

/**
 * What the server offers to a client.
 *
 * @param checksWorkspace whether files are checked that are not open
 */
export function capabilitiesFor(support: ClientSupport, checksWorkspace: boolean): ServerCapabilities {
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    hoverProvider: true,
    completionProvider: { triggerCharacters: TRIGGER_CHARACTERS, resolveProvider: true },
    codeLensProvider: { resolveProvider: true },
    inlayHintProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: support.preparesRename ? { prepareProvider: true } : true,
    documentSymbolProvider: { label: 'Lambda IAM' },
    documentLinkProvider: { resolveProvider: true },
    selectionRangeProvider: true,
    codeActionProvider: { codeActionKinds: CODE_ACTION_KINDS, resolveProvider: support.resolvesEdits },
    ...(support.workspaceFolders && checksWorkspace
      ? { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }
      : {}),
    ...(support.pullsDiagnostics
      ? { diagnosticProvider: { identifier: 'lambda-iam', interFileDependencies: false, workspaceDiagnostics: checksWorkspace } }
      : {}),
  };
}
