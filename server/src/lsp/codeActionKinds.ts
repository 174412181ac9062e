import type { CodeAction } from 'vscode-languageserver';
import type { Span } from '../text/span.ts';

/** The kind under which clients find "fix all", for instance in `editor.codeActionsOnSave`. */
export const FIX_ALL_KIND = 'source.fixAll.lambdaIam';

/** Every kind of code action that the server may offer. */
export const CODE_ACTION_KINDS = ['quickfix', 'refactor.inline', 'refactor.extract', 'refactor.rewrite', FIX_ALL_KIND];

/** What a code action that waits for its edit is remade from. */
export interface Recipe {
  readonly uri: string;
  readonly version: number;
  /** The place among the actions at the span; absent for "fix all". */
  readonly action?: { readonly span: Span; readonly index: number };
}

/** The recipe that an action carries. The client gives back what it was given, but a broken one may not. */
export function recipeOf({ data }: CodeAction): Recipe | undefined {
  return isRecipe(data) ? data : undefined;
}

/** Kinds are hierarchical: who asks for `source` also wants `source.fixAll.lambdaIam`. */
export function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return only === undefined || only.some((wanted) => kind === wanted || wanted === '' || kind.startsWith(`${wanted}.`));
}

function isRecipe(data: unknown): data is Recipe {
  return typeof data === 'object' && data !== null && 'uri' in data && 'version' in data;
}
