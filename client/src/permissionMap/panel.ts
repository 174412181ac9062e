import { type Disposable, l10n, Uri, type WebviewPanel, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { MapFormat } from '../../../server/src/features/map/index.ts';
import type { PermissionMapFileParams, PermissionMapParams, ShownMap } from '../../../server/src/lsp/permissionMap.ts';
import { latestOnly } from '../latest.ts';
import type { FromPage, MapState, ToPage } from './messages.ts';
import { pageOf } from './page.ts';
import { applyFix, reveal } from './textEditor.ts';
import { pageWords } from './words.ts';

/** What can be done with a panel that has been filled. */
export interface FilledPanel {
  readonly panel: WebviewPanel;
  /** Shows another part of the same document. */
  readonly show: (state: MapState) => void;
}

/** Fills a panel with the map of a document and keeps it up to date until the panel is closed. */
export function fillPanel(panel: WebviewPanel, first: MapState, client: BaseLanguageClient, extension: Uri): FilledPanel {
  let state = first;
  const uri = Uri.parse(state.uri);
  const words = pageWords();
  let isOpen = true;
  const refresh = latestOnly(async () => {
    const map = await newestMap(client, state).catch((error: unknown) => {
      client.error(`The permission map of ${state.uri} cannot be drawn`, error, false);
      return null;
    });
    const message: ToPage = { kind: 'map', state, map, words };
    if (isOpen) await panel.webview.postMessage(message);
  });
  const answer = async (message: FromPage): Promise<void> => {
    if (message.kind === 'filter') state = { uri: state.uri, function: message.function };
    if (message.kind === 'ready' || message.kind === 'filter') await refresh();
    else await actOnText(message, state, client);
  };
  const subscriptions: readonly Disposable[] = [
    panel.webview.onDidReceiveMessage(answer),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document.uri.toString() === uri.toString()) void refresh();
    }),
    client.onDidChangeState(() => {
      if (client.isRunning()) void refresh();
    }),
  ];
  panel.onDidDispose(() => {
    isOpen = false;
    for (const subscription of subscriptions) subscription.dispose();
  });
  panel.webview.options = { enableScripts: true, localResourceRoots: [Uri.joinPath(extension, 'dist')] };
  panel.webview.html = pageOf(panel.webview, extension);
  return {
    panel,
    show: (next) => {
      state = next;
      void refresh();
    },
  };
}

/** The document is opened before each question: the server only knows open ones, and VS Code closes what no editor shows. */
async function newestMap(client: BaseLanguageClient, state: MapState): Promise<ShownMap | null> {
  const { version } = await workspace.openTextDocument(Uri.parse(state.uri));
  if (!client.isRunning()) return null;
  const map = await askForMap(client, state);
  // A change that came in at the same moment may have overtaken the question.
  return map && map.version < version ? askForMap(client, state) : map;
}

function askForMap(client: BaseLanguageClient, { uri, function: fn }: MapState): Promise<ShownMap | null> {
  const params: PermissionMapParams = { textDocument: { uri }, function: fn };
  return client.sendRequest<ShownMap | null>('lambdaIam/permissionMap', params);
}

type AboutText = Exclude<FromPage, { readonly kind: 'ready' | 'filter' }>;

async function actOnText(message: AboutText, state: MapState, client: BaseLanguageClient): Promise<void> {
  switch (message.kind) {
    case 'reveal':
      return reveal(await workspace.openTextDocument(Uri.parse(state.uri)), message.range, message.enter);
    case 'fix':
      if (!(await applyFix(client, state.uri, message.range, message.title)))
        void window.showInformationMessage(l10n.t('The text has changed meanwhile, so nothing was fixed. Try again.'));
      return;
    case 'export':
      return openDrawing(client, state, message.format);
  }
}

/** The nearest languages that every VS Code knows. */
const LANGUAGES: Readonly<Record<MapFormat, string>> = { svg: 'xml', mermaid: 'plaintext', dot: 'plaintext' };

/** Opens the drawing as a new document, to be looked at, copied or saved anywhere. */
async function openDrawing(client: BaseLanguageClient, { uri, function: fn }: MapState, format: MapFormat): Promise<void> {
  const params: PermissionMapFileParams = { textDocument: { uri }, function: fn, format };
  const content = await client.sendRequest<string | null>('lambdaIam/permissionMapFile', params);
  if (content === null) return;
  await window.showTextDocument(await workspace.openTextDocument({ language: LANGUAGES[format], content }));
}
