import type { TextEdit } from '../../text/edit.ts';
import { type Entry, entryOf, type MappingNode, type SyntaxTree } from '../node.ts';
import { isBorrowed } from '../tree/redNode.ts';
import { addEntry, addItem } from './add.ts';
import { blockValue } from './block.ts';
import type { Draft } from './draft.ts';
import { blockColumn, styleNear } from './insert.ts';
import { lineEnd } from './lines.ts';
import { colonEnd } from './members.ts';
import { inBrackets, replaceValue } from './replace.ts';
import { styleOf } from './style.ts';
import { wrapInList } from './wrap.ts';

/** Gives a key this value, whether it is there already or not. */
export function setEntry(tree: SyntaxTree, mapping: MappingNode, key: string, value: Draft): TextEdit {
  const entry = entryOf(mapping, key);
  if (!entry || (isBorrowed(entry.key) && !isBorrowed(mapping))) return addEntry(tree, mapping, key, value);
  return entry.value ? replaceValue(tree, entry.value, value) : giveValue(tree, mapping, entry, value);
}

/**
 * Adds an item to the list under a key. Without the key, a list of one is written; a single value becomes a list with both.
 * A call of an intrinsic function counts as a single value.
 */
export function addToList(tree: SyntaxTree, mapping: MappingNode, key: string, item: Draft): TextEdit {
  const entry = entryOf(mapping, key);
  const value = entry?.value;
  if (!entry || !value || (value.kind === 'scalar' && value.value === null && !value.tag))
    return setEntry(tree, mapping, key, [item]);
  if (value.kind === 'sequence' && value.tag === undefined) return addItem(tree, value, item);
  return wrapInList(tree, mapping, entry, item);
}

/** Writes the value of an entry that has none yet; lines go below a comment behind the key. */
function giveValue(tree: SyntaxTree, mapping: MappingNode, entry: Entry, value: Draft): TextEdit {
  const { text } = tree.source;
  const colon = colonEnd(tree, entry);
  const at = colon ?? entry.key.outerSpan.end;
  if (mapping.flow) {
    const style = styleOf(tree);
    const missing = colon === undefined ? style.colon : style.colon.endsWith(' ') ? ' ' : '';
    return { span: { start: at, end: at }, newText: missing + inBrackets(tree, mapping, entry.key, value) };
  }
  const written = blockValue(styleNear(tree, mapping), value, blockColumn(text, mapping));
  const place = colon !== undefined && /^\r?\n/.test(written) ? lineEnd(text, colon) : at;
  return { span: { start: place, end: place }, newText: (colon === undefined ? ':' : '') + written };
}
