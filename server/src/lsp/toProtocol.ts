import type { DiagnosticSeverity, MarkupContent, Range, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Severity } from '../rules/index.ts';
import { type SyntaxTree, spanInText } from '../syntax/index.ts';
import type { TextEdit as EngineEdit } from '../text/edit.ts';
import { lineIndexOf } from '../text/lineIndex.ts';
import type { Span } from '../text/span.ts';

/** `DiagnosticSeverity` of the protocol. */
const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = { error: 1, warning: 2, information: 3, hint: 4 };

export function toSeverity(severity: Severity): DiagnosticSeverity {
  return SEVERITIES[severity];
}

export function toRange(span: Span, tree: SyntaxTree): Range {
  const { start, end } = lineIndexOf(tree.source).rangeOf(spanInText(tree, span));
  return { start: { ...start }, end: { ...end } };
}

/** Markdown for clients that take it. */
export function toMarkup(value: string, markdown: boolean): MarkupContent {
  return { kind: markdown ? 'markdown' : 'plaintext', value };
}

/** The edits of one document; tied to its version where the client can check that. */
export function toWorkspaceEdit(edits: readonly EngineEdit[], tree: SyntaxTree, versioned: boolean): WorkspaceEdit {
  const { source } = tree;
  const changes: TextEdit[] = edits.map(({ span, newText }) => ({ range: toRange(span, tree), newText }));
  if (!versioned) return { changes: { [source.uri]: changes } };
  const edit: TextDocumentEdit = { textDocument: { uri: source.uri, version: source.version }, edits: changes };
  return { documentChanges: [edit] };
}
