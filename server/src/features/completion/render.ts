import type { TypedWord } from '../../syntax/index.ts';
import { commaBefore, inString, typeEntry, typeText, typeValue } from '../../syntax/write/index.ts';
import type { TextEdit } from '../../text/edit.ts';
import { filled, hasHoles } from './holes.ts';
import type { Piece } from './place.ts';
import type { Insert, Suggestion, SuggestionKind } from './suggestion.ts';

/** A suggestion as an edit of the document. */
export interface Completion {
  readonly label: string;
  readonly kind: SuggestionKind;
  readonly detail: string | undefined;
  /** What is compared with the text from the edit's start to the cursor. */
  readonly filterText: string;
  /** Replaces the word that is typed, its quotes included where it becomes something else than a text. May have holes. */
  readonly edit: TextEdit;
  /** What has to be written elsewhere with it: the comma behind the member in front. */
  readonly also: readonly TextEdit[];
  readonly hasHoles: boolean;
  /** Whether there is more to choose from right behind it. */
  readonly again: boolean;
  /** What accepts it when it is typed, and is written behind it. */
  readonly commit: readonly string[];
  /** What its documentation is about: see `documentationOf`. */
  readonly subject: Subject;
}

/** What is written for a documentation, and the piece of it that is described. */
export interface Subject {
  readonly newText: string;
  readonly piece: string;
}

/** Renders suggestions in the place of a word, or of a piece of it. */
export function renderer(word: TypedWord, piece: Piece | undefined): (suggestion: Suggestion) => Completion {
  const { source } = word.tree;
  const comma = word.around ? undefined : commaBefore(word.tree, word.node);
  const also = comma ? [{ ...comma, span: word.toOuter(comma.span) }] : [];
  return (suggestion) => {
    const { label, kind, detail, insert, filter = label, again = false, commit = [], subject = label, example } = suggestion;
    const edit = editFor(insert, word, piece);
    const typed = source.text.slice(edit.span.start, word.cursor).trimStart();
    const newText = example === undefined ? filled(edit.newText) : editFor({ text: example }, word, piece).newText;
    return {
      label,
      kind,
      detail,
      filterText: (/^\\?["']/.exec(typed)?.[0] ?? '') + filter,
      edit: { span: word.toOuter(edit.span), newText: edit.newText },
      also,
      hasHoles: hasHoles(edit.newText),
      again,
      commit,
      subject: { newText, piece: example ?? subject },
    };
  };
}

function editFor(insert: Insert, word: TypedWord, piece: Piece | undefined): TextEdit {
  const inner = wholeEdit(insert, word, piece);
  const edit = word.around ? { ...inner, newText: inString(inner.newText, word.around) } : inner;
  if (!word.unclosed) return edit;
  const { start, end } = edit.span;
  return { ...edit, span: { start, end: Math.min(end, word.cursor + 1) } };
}

function wholeEdit(insert: Insert, { tree, node }: TypedWord, piece: Piece | undefined): TextEdit {
  if ('text' in insert) return typeText(tree, node, piece?.from ?? 0, piece?.to ?? node.text.length, insert.text);
  return 'key' in insert ? typeEntry(tree, node, insert.key, insert.value) : typeValue(tree, node, insert.value);
}
