/** The permission map: a view of a template that shows who calls its functions and what they may use. */
import { type ExtensionContext, l10n, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { editorInQuestion } from '../commands/cursor.ts';
import type { MapState } from './messages.ts';
import { type FilledPanel, fillPanel } from './panel.ts';

/** The view's type; the same stands in `activationEvents`. */
const VIEW_TYPE = 'lambdaIam.permissionMap';

export interface PermissionMaps {
  /**
   * Shows the map of a template beside its text; an open one is brought to the front.
   *
   * @param resource the template, which the language server names by a text; by default the document in the active editor
   * @param fn the logical id of the function to limit it to. A menu of the editor gives something else, which is no function.
   */
  readonly show: (resource?: Uri | string, fn?: unknown) => void;
}

/** Lets maps be shown, and brings those back that were open when the editor was closed. */
export function providePermissionMaps(
  client: BaseLanguageClient,
  { extensionUri, subscriptions }: ExtensionContext,
): PermissionMaps {
  const open = new Map<string, FilledPanel>();
  const fill = (panel: WebviewPanel, state: MapState): void => {
    panel.iconPath = Uri.joinPath(extensionUri, 'client', 'icon.png');
    panel.onDidDispose(() => void open.delete(state.uri));
    open.set(state.uri, fillPanel(panel, state, client, extensionUri));
  };
  subscriptions.push(
    window.registerWebviewPanelSerializer(VIEW_TYPE, {
      deserializeWebviewPanel: async (panel, state: unknown) => {
        if (isMapState(state)) fill(panel, state);
        else panel.dispose();
      },
    }),
  );
  return {
    show: (resource = editorInQuestion()?.document.uri, fn) => {
      if (resource === undefined) return;
      const template = typeof resource === 'string' ? Uri.parse(resource) : resource;
      const state: MapState = { uri: template.toString(), function: typeof fn === 'string' ? fn : undefined };
      const shown = open.get(state.uri);
      if (shown) {
        shown.panel.reveal();
        if (state.function !== undefined) shown.show(state);
        return;
      }
      const title = l10n.t('Permissions of {0}', template.path.replace(/^.*\//, ''));
      fill(window.createWebviewPanel(VIEW_TYPE, title, ViewColumn.Beside, { enableFindWidget: true }), state);
    },
  };
}

function isMapState(state: unknown): state is MapState {
  return typeof state === 'object' && state !== null && 'uri' in state && typeof state.uri === 'string';
}
