/** Makes text edits in the file's own style. Beside the parser, the only place that knows two languages. */
export { addEntry, addFirstEntry, addItem } from './add.ts';
export { type Arranged, arrangeItems } from './arrange.ts';
export { addComment } from './comment.ts';
export { renderDocument, toDraft } from './convert.ts';
export type { Draft, DraftCall, DraftMapping } from './draft.ts';
export { getAtt, join, mapping, ref, sub } from './draft.ts';
export { removeEntries, removeEntry, removeItem } from './remove.ts';
export { replaceValue } from './replace.ts';
export { renameKey, replaceText } from './scalarEdits.ts';
export { addToList, setEntry } from './set.ts';
export { commaBefore, inString, typeEntry, typeText, typeValue } from './typing.ts';
