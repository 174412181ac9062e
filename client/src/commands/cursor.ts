import type { TextEditor } from 'vscode';

/** A place as the protocol has it: the line from 0, the character in UTF-16 units from 0. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

/** Where the cursor stands. */
export function cursorOf({ selection: { active } }: TextEditor): Place {
  return { line: active.line, character: active.character };
}
