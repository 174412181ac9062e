import type { Span } from './span.ts';

/** The language a text is written in, as its host or its content says; only `syntax/` asks for it. */
export type LanguageId = 'yaml' | 'json';

/** One version of one document. Immutable: a change makes a new one, so anything may be memoised on the object itself. */
export interface SourceText {
  readonly uri: string;
  readonly languageId: LanguageId;
  /** The editor's document version; 0 for a file read from disk. */
  readonly version: number;
  readonly text: string;
}

/** Something in a text that could not be read. It stands beside the value that was read all the same. */
export interface SyntaxProblem {
  readonly code: string;
  readonly message: string;
  readonly span: Span;
}

/** What was read, and what could not be: reading never fails. */
export interface WithProblems<T> {
  readonly value: T;
  readonly problems: readonly SyntaxProblem[];
}
