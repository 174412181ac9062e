import type { CompletionItem } from 'vscode-languageserver';

/**
 * What asks for completions by itself. A colon ends the name of a service, a dot that of a resource, a brace opens the name in `${}`;
 * a blank and a quote open a value.
 */
export const TRIGGER_CHARACTERS: string[] = [':', '.', '{', ' ', '"', "'"];

/** What an item carries to be described later. */
export interface CompletionData {
  readonly uri: string;
  /** Where the replaced text starts, and how many characters of the document follow it: that stays when the author types on. */
  readonly start: number;
  readonly tail: number;
  /** What is written, and what of it is described, where that is not the label. */
  readonly newText?: string;
  readonly piece?: string;
}

/** The data of an item of ours. */
export function completionDataOf({ data }: CompletionItem): CompletionData | undefined {
  return isCompletionData(data) ? data : undefined;
}

function isCompletionData(data: unknown): data is CompletionData {
  if (typeof data !== 'object' || data === null) return false;
  const { uri, start, tail }: { uri?: unknown; start?: unknown; tail?: unknown } = data;
  return typeof uri === 'string' && typeof start === 'number' && typeof tail === 'number';
}
