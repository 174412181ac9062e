import type { ActionPlace } from '../../analysis/index.ts';
import { replaceText } from '../../syntax/write/index.ts';
import type { TextEdit } from '../../text/edit.ts';

/** Writes another action in the place of one, in the same quotes. */
export function replaceActionEdit({ node, text, span }: ActionPlace, action: string): TextEdit {
  if (node.kind === 'scalar' && node.text === text) return replaceText(node, 0, text.length, action);
  return { span, newText: action };
}
