import type { TextEdit } from '../../text/edit.ts';
import type { Offset } from '../../text/span.ts';
import { addressed, spanInText } from '../inText.ts';
import { nodeAt } from '../lookup.ts';
import type { SyntaxTree } from '../node.ts';
import { indentOf, lineStart } from './lines.ts';
import { formOf } from './style.ts';

/**
 * Writes a comment on a line of its own above the line of an address, indented as that line is.
 *
 * @returns nothing in JSON, which knows no comments, and where the line is part of a text of several lines
 */
export function addComment(tree: SyntaxTree, address: Offset, comment: string): TextEdit | undefined {
  const { isJson, newline } = formOf(tree);
  const { text } = tree.source;
  const { start: offset } = spanInText(tree, { start: address, end: address });
  const start = lineStart(text, offset);
  const node = nodeAt(tree, address);
  if (isJson || (node?.kind === 'scalar' && spanInText(tree, node.outerSpan).start < start)) return undefined;
  return { span: addressed(tree, { start, end: start }), newText: `${indentOf(text, offset)}# ${comment}${newline}` };
}
