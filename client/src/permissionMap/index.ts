/** The permission map: a view of a template that shows who calls its functions and what they may use. */
import { commands, type Disposable, type ExtensionContext, Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { latestOnly } from './latest.ts';
import type { MapState } from './messages.ts';
import { fillPanel } from './panel.ts';

/** The view's type; the same stands in `activationEvents`. */
const VIEW_TYPE = 'lambdaIam.permissionMap';

export interface PermissionMaps {
  /** Shows the map of the document in the active editor, beside it; an open one is brought to the front. */
  readonly show: () => void;
}

/** Lets maps be shown, brings those back that were open when the editor was closed, and tells the editor where there is one to show. */
export function providePermissionMaps(
  client: BaseLanguageClient,
  { extensionUri, subscriptions }: ExtensionContext,
): PermissionMaps {
  const open = new Map<string, WebviewPanel>();
  const fill = (panel: WebviewPanel, state: MapState): void => {
    open.set(state.uri, panel);
    panel.onDidDispose(() => void open.delete(state.uri));
    panel.iconPath = Uri.joinPath(extensionUri, 'client', 'icon.png');
    fillPanel(panel, state, client, extensionUri);
  };
  subscriptions.push(
    window.registerWebviewPanelSerializer(VIEW_TYPE, {
      deserializeWebviewPanel: async (panel, state: unknown) => {
        if (isMapState(state)) fill(panel, state);
        else panel.dispose();
      },
    }),
    ...markTemplates(client),
  );
  return {
    show: () => {
      const document = window.activeTextEditor?.document;
      if (!document) return;
      const uri = document.uri.toString();
      const shown = open.get(uri);
      if (shown) return shown.reveal();
      const title = `Permissions of ${document.fileName.replace(/^.*[\\/]/, '')}`;
      fill(window.createWebviewPanel(VIEW_TYPE, title, ViewColumn.Beside, { enableFindWidget: true }), { uri });
    },
  };
}

function isMapState(state: unknown): state is MapState {
  return typeof state === 'object' && state !== null && 'uri' in state && typeof state.uri === 'string';
}

/** Keeps the context `lambdaIam.isTemplate`, which the button in the editor's title depends on. */
function markTemplates(client: BaseLanguageClient): readonly Disposable[] {
  const mark = latestOnly(async () => {
    const uri = window.activeTextEditor?.document.uri.toString();
    const kind = uri === undefined || !client.isRunning() ? 'none' : await kindOf(client, uri);
    await commands.executeCommand('setContext', 'lambdaIam.isTemplate', kind === 'sam' || kind === 'cloudformation');
  });
  return [
    window.onDidChangeActiveTextEditor(() => void mark()),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document === window.activeTextEditor?.document) void mark();
    }),
    client.onDidChangeState(() => void mark()),
  ];
}

function kindOf(client: BaseLanguageClient, uri: string): Promise<string> {
  return client.sendRequest<string>('lambdaIam/documentKind', { textDocument: { uri } });
}
