import type { TextDocumentIdentifier } from 'vscode-languageserver';
import type { Analysis, DocumentKind } from '../analysis/index.ts';

export interface DocumentKindParams {
  readonly textDocument: TextDocumentIdentifier;
}

/** What a document is by its content: `lambdaIam/documentKind`. An editor shows by it what only makes sense for templates. */
export function documentKind({ kind }: Analysis): DocumentKind {
  return kind;
}
