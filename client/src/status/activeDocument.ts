import {
  commands,
  type Disposable,
  type DocumentFilter,
  EventEmitter,
  languages,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import type { DocumentKind } from '../../../server/src/analysis/index.ts';
import { latestOnly } from '../latest.ts';
import { ourDiagnostics } from '../ourDiagnostics.ts';
import { concernsServer } from '../waking.ts';

/** The document in the active editor, as the language server sees it. */
export interface ActiveDocument extends Disposable {
  /** `undefined` when no text editor is active. */
  readonly document: () => TextDocument | undefined;
  readonly kind: () => DocumentKind;
  /** The server is being started, and could have something to say about the document. */
  readonly isStarting: () => boolean;
  /** Called after each change of the document or of its kind. @returns what ends that */
  readonly onDidChange: (listener: () => void) => Disposable;
}

/**
 * Follows the kind of the active document, and keeps the context `lambdaIam.isTemplate`, on which menus depend. A document that has a kind
 * is not asked for again while it is edited, so that nothing flickers while the text is broken for a moment.
 */
export function followActiveDocument(client: BaseLanguageClient, selector: readonly DocumentFilter[]): ActiveDocument {
  let document = window.activeTextEditor?.document;
  let kind: DocumentKind = 'none';
  const changed = new EventEmitter<void>();
  const ask = latestOnly(async () => {
    const asked = window.activeTextEditor?.document;
    const isWorthAsking = asked && client.isRunning() && concernsServer(asked, selector);
    const answer = isWorthAsking ? await kindOf(client, asked) : 'none';
    document = asked;
    kind = answer;
    await commands.executeCommand('setContext', 'lambdaIam.isTemplate', kind === 'sam' || kind === 'cloudformation');
    changed.fire();
  });
  const subscriptions = [
    changed,
    window.onDidChangeActiveTextEditor(() => void ask()),
    workspace.onDidChangeTextDocument((change) => {
      if (kind === 'none' && change.document === window.activeTextEditor?.document) void ask();
    }),
    // Diagnostics that come or go may mean that the settings switch us on or off.
    languages.onDidChangeDiagnostics(({ uris }) => {
      const uri = uris.find((changed) => changed.toString() === window.activeTextEditor?.document.uri.toString());
      if (uri && (kind === 'none') === ourDiagnostics(uri).length > 0) void ask();
    }),
    client.onDidChangeState(() => void ask()),
  ];
  return {
    document: () => document,
    kind: () => kind,
    isStarting: () => client.state === State.Starting && document !== undefined && concernsServer(document, selector),
    onDidChange: (listener) => changed.event(listener),
    dispose: () => {
      for (const subscription of subscriptions) subscription.dispose();
    },
  };
}

function kindOf(client: BaseLanguageClient, { uri }: TextDocument): Promise<DocumentKind> {
  const params = { textDocument: { uri: uri.toString() } };
  return client.sendRequest<DocumentKind>('lambdaIam/documentKind', params).catch((): DocumentKind => 'none');
}
