import { type TextEditor, window } from 'vscode';

/** A place as the protocol has it: the line from 0, the character in UTF-16 units from 0. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

/** The editor that a command is about: the active one, or what is visible beside a page or a walkthrough that has the focus. */
export function editorInQuestion(): TextEditor | undefined {
  return window.activeTextEditor ?? window.visibleTextEditors.find(({ document }) => document.uri.scheme !== 'output');
}

/** Where the cursor stands. */
export function cursorOf({ selection: { active } }: TextEditor): Place {
  return { line: active.line, character: active.character };
}
