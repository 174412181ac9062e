/** What the map does in the text: go to a place, apply a fix. */
import { Position, type TextDocument, TextEditorRevealType, Range as TextRange, ViewColumn, window, workspace } from 'vscode';
import type { BaseLanguageClient, CodeAction } from 'vscode-languageclient';
import type { Range } from './messages.ts';

/** Selects a place in the text, in the editor that shows it already or else beside the map. */
export async function reveal(document: TextDocument, range: Range, enter: boolean): Promise<void> {
  const shown = window.visibleTextEditors.find((editor) => editor.document.uri.toString() === document.uri.toString());
  const selection = toTextRange(range);
  const editor = await window.showTextDocument(document, {
    viewColumn: shown?.viewColumn ?? ViewColumn.One,
    preserveFocus: !enter,
    selection,
  });
  editor.revealRange(selection, TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Applies the preferred quick fix with a title that the server offers at a place. @returns whether there was one */
export async function applyFix(client: BaseLanguageClient, uri: string, range: Range, title: string): Promise<boolean> {
  const params = { textDocument: { uri }, range, context: { diagnostics: [], only: ['quickfix'] } };
  const offered = await client.sendRequest<CodeAction[]>('textDocument/codeAction', params);
  const action = offered.find((one) => one.title === title && one.isPreferred === true);
  if (!action) return false;
  const { edit } = action.edit ? action : await client.sendRequest<CodeAction>('codeAction/resolve', action);
  const converted = await client.protocol2CodeConverter.asWorkspaceEdit(edit);
  return converted !== undefined && workspace.applyEdit(converted);
}

function toTextRange({ start, end }: Range): TextRange {
  return new TextRange(new Position(start.line, start.character), new Position(end.line, end.character));
}
