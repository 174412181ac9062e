import type { ActionPlace } from '../../analysis/index.ts';
import type { SyntaxNode } from '../../syntax/index.ts';
import { replaceText } from '../../syntax/write/index.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Fix } from '../rule.ts';

/** Writes another action in the place of one, in the same quotes. */
export function replaceActionEdit({ node, text, span }: ActionPlace, action: string): TextEdit {
  if (node.kind === 'scalar' && node.text === text) return replaceText(node, 0, text.length, action);
  return { span, newText: action };
}

/** The one fix that writes a text in the place of another; none where the text is computed. */
export function replaceTextFix(node: SyntaxNode, text: string, newText: string): readonly Fix[] {
  if (node.kind !== 'scalar' || node.text !== text) return [];
  return [{ title: `Replace with ${newText}`, preferred: true, edits: [replaceText(node, 0, text.length, newText)] }];
}
