import type { TextEdit } from '../../text/edit.ts';
import type { Offset } from '../../text/span.ts';
import { nodeAt } from '../lookup.ts';
import type { SyntaxTree } from '../node.ts';
import { indentOf, lineStart } from './lines.ts';
import { styleOf } from './style.ts';

/**
 * Writes a comment on a line of its own above the line of an offset, indented as that line is.
 *
 * @returns nothing in JSON, which knows no comments, and where the line is part of a text of several lines
 */
export function addComment(tree: SyntaxTree, offset: Offset, comment: string): TextEdit | undefined {
  const style = styleOf(tree);
  const { text } = tree.source;
  const start = lineStart(text, offset);
  const node = nodeAt(tree, offset);
  if (style.isJson || (node?.kind === 'scalar' && node.outerSpan.start < start)) return undefined;
  return { span: { start, end: start }, newText: `${indentOf(text, offset)}# ${comment}${style.newline}` };
}
