import type { Offset, Span } from '../text/span.ts';
import { nodeAt } from './lookup.ts';
import type { ScalarNode, SyntaxNode, SyntaxTree } from './node.ts';
import { addressesIn, parse, readingOf, settledTree } from './parse.ts';
import { endOf } from './slices/index.ts';
import { isWordPlace } from './wordPlace.ts';

/**
 * The word that the author is typing, if only the place where it would come to stand. It has a document of its own: the resource
 * (or, outside of resources, the whole text) with the cursor made visible, because a place where nothing stands yet has no node.
 */
export interface TypedWord {
  /** The document around the word. Its spans count in its own text: `toOuter` translates them. */
  readonly tree: SyntaxTree;
  /** A key or a value. Its `text` holds the cursor's mark. */
  readonly node: ScalarNode;
  /** Where the cursor stands in the text of `tree`: in front of its mark. */
  readonly cursor: Offset;
  /** The word's decoded text in front of the cursor, and behind it. */
  readonly before: string;
  readonly after: string;
  /** Whether it has a quote without a partner: then what is behind the cursor is not sure to be of the word. */
  readonly unclosed: boolean;
  /** The string that the word's document stands in; see `typedWordIn`. */
  readonly around?: ScalarNode;
  /** The place in the whole document, as the cursor saw it, of a span of `tree`. */
  readonly toOuter: (span: Span) => Span;
}

/** Stands for the cursor: a character that neither language gives a meaning, and that no author writes. */
const CURSOR = '\uE0FF';

/** The word at an address; nothing where no word can stand, in a comment for instance. */
export function typedWordAt(document: SyntaxTree, address: Offset): TypedWord | undefined {
  const { source } = document;
  const { offsetOf, addressOf } = addressesIn(document);
  const offset = offsetOf(address);
  const { text, from, shift } = around(document, offset);
  const cursor = offset - shift;
  const marked = text.slice(0, cursor) + CURSOR + text.slice(cursor);
  const tree = settledTree(parse({ ...source, text: marked }).value);
  const node = [cursor, cursor + 1].map((at) => nodeAt(tree, at)).find(holdsCursor);
  if (!node || !holdsCursor(node)) return undefined;
  const [before = '', after = ''] = node.text.split(CURSOR);
  if (!isWordPlace(node, { text: marked, last: marked.charAt(cursor - 1), before, after })) return undefined;
  const outer = (at: Offset): Offset => addressOf(Math.max(from, (at > cursor ? at - 1 : at) + shift));
  return {
    tree,
    node,
    cursor,
    before,
    after,
    unclosed: isUnclosed(node, marked),
    toOuter: ({ start, end }) => ({ start: outer(start), end: outer(end) }),
  };
}

function holdsCursor(node: ReturnType<typeof nodeAt>): node is ScalarNode {
  return node?.kind === 'scalar' && node.text.includes(CURSOR);
}

/** The same word in a document that its text holds, as a policy in a string. @param root the root of that document's tree */
export function typedWordIn(word: TypedWord, root: SyntaxNode): TypedWord | undefined {
  const tree = { source: word.tree.source, root };
  const node = nodeAt(tree, word.cursor);
  if (!node || !holdsCursor(node)) return undefined;
  const [before = '', after = ''] = node.text.split(CURSOR);
  return { ...word, tree, node, before, after, around: word.node };
}

function isUnclosed({ style, span }: ScalarNode, text: string): boolean {
  const quote = style === 'double' ? '"' : style === 'single' ? "'" : '';
  return quote !== '' && (span.end - span.start < 2 || text.charAt(span.end - 1) !== quote);
}

interface Around {
  readonly text: string;
  /** Where the part that is of the document starts there. */
  readonly from: Offset;
  /** What to add to an offset of `text` to have the document's. */
  readonly shift: number;
}

/** The resource around an offset, below the key of its section, as a document. */
function around(document: SyntaxTree, offset: Offset): Around {
  const { text } = document.source;
  const reading = readingOf(document);
  for (const { own, inner } of reading?.sections ?? []) {
    const piece = inner?.pieces.find((each) => each.start <= offset && offset <= endOf(each));
    if (!reading || !inner || !piece) continue;
    const from = startOfLine(text, piece.start);
    const isOnOwnLine = from === 0 || text[from - 1] === '\n';
    const [open, close] = inner.braces ? ['{', '}'] : ['', ''];
    const head = `${reading.braces ? '{' : ''}${text.slice(own.start, endOf(own))}${open}${isOnOwnLine && open !== '' ? '\n' : ''}`;
    const whole = head + text.slice(from, endOf(piece)) + close + (reading.braces ? '}' : '');
    return { text: whole, from, shift: from - head.length };
  }
  return { text, from: 0, shift: 0 };
}

/** The start of the line, if only blanks stand between it and the offset. */
function startOfLine(text: string, offset: Offset): Offset {
  let start = offset;
  while (text[start - 1] === ' ' || text[start - 1] === '\t') start--;
  return start === 0 || text[start - 1] === '\n' ? start : offset;
}
