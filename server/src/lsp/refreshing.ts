import { CodeLensRefreshRequest, type Connection } from 'vscode-languageserver';
import type { ClientSupport } from './clientSupport.ts';

/** Has the client ask again for what it shows between the lines, after a change of the settings. */
export function refreshShown(connection: Connection, support: ClientSupport): void {
  if (support.refreshesCodeLenses) void connection.sendRequest(CodeLensRefreshRequest.type);
  if (support.refreshesInlayHints) void connection.languages.inlayHint.refresh();
}
