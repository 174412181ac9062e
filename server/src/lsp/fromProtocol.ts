import type { Position, Range } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { addressIn, type SyntaxTree, sourceText } from '../syntax/index.ts';
import { lineIndexOf } from '../text/lineIndex.ts';
import type { LanguageId, SourceText } from '../text/sourceText.ts';
import type { Offset, Span } from '../text/span.ts';

export function fromPosition(position: Position, tree: SyntaxTree): Offset {
  return addressIn(tree, lineIndexOf(tree.source).offsetAt(position));
}

export function fromRange({ start, end }: Range, tree: SyntaxTree): Span {
  return { start: fromPosition(start, tree), end: fromPosition(end, tree) };
}

export function fromDocument(document: TextDocument): SourceText {
  return sourceText(document.uri, document.getText(), document.version, fromLanguageId(document.languageId));
}

/** Editors know many names of the two languages, `cloudformation-yaml` for instance; `cloudformation` alone leaves it to the content. */
function fromLanguageId(id: string): LanguageId | undefined {
  if (id.includes('json')) return 'json';
  return id.includes('yaml') ? 'yaml' : undefined;
}
