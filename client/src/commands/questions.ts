/** Commands that ask about permissions: whether a function may do something, and who can invoke it. The server has the answers. */
import { commands, type Disposable, l10n, type TextEditor, type Uri, ViewColumn, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Misunderstanding } from '../../../server/src/features/index.ts';
import type { AnsweredPage } from '../../../server/src/lsp/questions.ts';
import type { Pages } from '../pages.ts';
import { cursorOf, editorInQuestion } from './cursor.ts';
import { pickAction, pickFunction, pickResource } from './questionPicks.ts';

type Reply = AnsweredPage | Misunderstanding | null;

/** @returns what VS Code disposes of with the extension */
export function registerQuestionCommands(client: BaseLanguageClient, pages: Pages): Disposable[] {
  const functionOf = async (editor: TextEditor, given: unknown): Promise<string | undefined> => {
    if (typeof given === 'string') return given;
    const about = { uri: editor.document.uri.toString() };
    const ids = await client.sendRequest<readonly string[]>('lambdaIam/functionsToAsk', {
      textDocument: about,
      position: cursorOf(editor),
    });
    if (ids.length > 0) return pickFunction(ids);
    void window.showInformationMessage(l10n.t('This file has no Lambda function to ask about.'));
    return undefined;
  };
  const show = async (uri: Uri, ask: () => Promise<Reply>): Promise<void> => {
    const reply = await ask();
    if (!reply) return;
    if ('problem' in reply) {
      void window.showWarningMessage(reply.problem.replaceAll('`', ''));
      return;
    }
    const read = async () => {
      const now = await ask();
      return now && 'markdown' in now ? now.markdown : null;
    };
    // A slash would cut the title of the tab.
    await pages.show({ title: reply.title.replaceAll('/', '\u2215'), about: uri, read });
    void offer(client, uri, reply);
  };
  const mayDo = async (fn?: unknown, action?: unknown, resource?: unknown): Promise<void> => {
    const editor = editorInQuestion();
    const chosen = editor && (await functionOf(editor, fn));
    if (!editor || chosen === undefined) return;
    const { uri } = editor.document;
    const textDocument = { uri: uri.toString() };
    const deed = typeof action === 'string' ? action : await pickAction(client, textDocument);
    if (deed === undefined) return;
    const on = typeof action === 'string' ? resource : await pickResource(client, textDocument, deed);
    if (on === undefined && typeof action !== 'string') return;
    const question = { textDocument, function: chosen, action: deed, ...(typeof on === 'string' ? { resource: on } : {}) };
    await show(uri, () => client.sendRequest('lambdaIam/mayDo', question));
  };
  const whoMayInvoke = async (fn?: unknown): Promise<void> => {
    const editor = editorInQuestion();
    const chosen = editor && (await functionOf(editor, fn));
    if (!editor || chosen === undefined) return;
    const { uri } = editor.document;
    const question = { textDocument: { uri: uri.toString() }, function: chosen };
    await show(uri, () => client.sendRequest('lambdaIam/whoMayInvoke', question));
  };
  return [
    commands.registerCommand('lambdaIam.askMayDo', mayDo),
    commands.registerCommand('lambdaIam.askWhoMayInvoke', whoMayInvoke),
  ];
}

/** The answer in short, with the way to what decides it and the edit that would change it. */
async function offer(client: BaseLanguageClient, uri: Uri, { title, verdict, places, fix }: AnsweredPage): Promise<void> {
  const [place] = places;
  const range = place && client.protocol2CodeConverter.asRange(place.range);
  const goTo = range && l10n.t('Go to Line {0}', range.start.line + 1);
  const buttons = [fix?.title, goTo].filter((button) => button !== undefined);
  const chosen = await window.showInformationMessage(`${title} ${verdictInWords(verdict)}`, ...buttons);
  if (chosen === undefined) return;
  if (range && chosen === goTo) await window.showTextDocument(uri, { selection: range, viewColumn: columnOf(uri) });
  else if (fix) await apply(client, fix);
}

/** Where the document is shown: the page beside it has the focus. */
function columnOf(uri: Uri): ViewColumn {
  const shown = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  return shown?.viewColumn ?? ViewColumn.One;
}

function verdictInWords(verdict: AnsweredPage['verdict']): string {
  switch (verdict) {
    case 'yes':
      return l10n.t('Yes.');
    case 'no':
      return l10n.t('No.');
    case 'partly':
      return l10n.t('Some of it.');
    case 'depends':
      return l10n.t('It depends.');
  }
}

async function apply(client: BaseLanguageClient, fix: NonNullable<AnsweredPage['fix']>): Promise<void> {
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(fix.edit);
  if (await workspace.applyEdit(edit)) return;
  void window.showInformationMessage(l10n.t('The text has changed meanwhile, so nothing was added. Try again.'));
}
