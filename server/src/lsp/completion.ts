import type {
  CompletionItem,
  CompletionItemKind,
  CompletionList,
  CompletionParams,
  InsertTextFormat,
  InsertTextMode,
} from 'vscode-languageserver';
import type { Analysis } from '../analysis/index.ts';
import { type Completion, completionsAt, documentationOf, filled, type SuggestionKind, snippetOf } from '../features/index.ts';
import { addressed, spanInText } from '../syntax/index.ts';
import type { Span } from '../text/span.ts';
import { type CompletionData, completionDataOf } from './completionItems.ts';
import type { CompletionSupport } from './completionSupport.ts';
import type { Context } from './context.ts';
import { fromPosition } from './fromProtocol.ts';
import { toRange } from './toProtocol.ts';

/** Behind these there is something to choose only where a word has just been opened: not behind the last word of a text. */
const OPENING = [' ', '"', "'"];

export function completion(
  analysis: Analysis,
  { position, context: asked }: Pick<CompletionParams, 'position' | 'context'>,
  { support: { completion: support } }: Context,
): CompletionList {
  const { items, typed, incomplete } = completionsAt(analysis, fromPosition(position, analysis.tree));
  if (typed !== '' && OPENING.includes(asked?.triggerCharacter ?? '')) return { isIncomplete: false, items: [] };
  const [first] = items;
  const shared = first && support.defaults && items.every(({ edit }) => isSame(edit.span, first.edit.span));
  if (!shared) return { isIncomplete: incomplete, items: items.map((item, i) => toItem(item, i, analysis, support)) };
  return {
    isIncomplete: incomplete,
    itemDefaults: { editRange: toRange(first.edit.span, analysis.tree), data: dataFor(first, analysis) },
    items: items.map((item, i) => toShortItem(item, i, analysis, support)),
  };
}

/** Adds the documentation to a completion that is looked at, also when the author has typed on since it was made. */
export function resolveCompletion(
  analysis: Analysis,
  item: CompletionItem,
  { support: { completion } }: Context,
): CompletionItem {
  const data = completionDataOf(item);
  if (!data) return item;
  const { start, tail, newText = item.label, piece = item.label } = data;
  const span = { start, end: analysis.source.text.length - tail };
  const word = addressed(analysis.tree, span);
  const markdown = start <= span.end ? documentationOf(analysis, word, { newText, piece }) : undefined;
  if (markdown === undefined) return item;
  return { ...item, documentation: { kind: completion.markdown ? 'markdown' : 'plaintext', value: markdown } };
}

/** The place is kept as one of the text, which the next version of the document has as well. */
function dataFor({ edit }: Completion, { source, tree }: Analysis): CompletionData {
  const { start, end } = spanInText(tree, edit.span);
  return { uri: source.uri, start, tail: source.text.length - end };
}

/** `CompletionItemKind` of the protocol. */
const KINDS: Readonly<Record<SuggestionKind, CompletionItemKind>> = {
  action: 3,
  key: 10,
  pattern: 12,
  resource: 18,
  service: 9,
  skeleton: 15,
  value: 20,
  wildcard: 24,
};

const SNIPPET: InsertTextFormat = 2;
/** The text has the indentation that it needs. */
const AS_IS: InsertTextMode = 1;

/** An item that says all by itself. */
function toItem(item: Completion, index: number, analysis: Analysis, support: CompletionSupport): CompletionItem {
  const textEdit = { range: toRange(item.edit.span, analysis.tree), newText: newTextOf(item, support) };
  return { ...described(item, index, analysis, support), textEdit, data: { ...dataFor(item, analysis), ...item.subject } };
}

/** An item of a list that says what is the same for all. */
function toShortItem(item: Completion, index: number, analysis: Analysis, support: CompletionSupport): CompletionItem {
  const newText = newTextOf(item, support);
  const isAboutLabel = item.subject.newText === item.label && item.subject.piece === item.label;
  return {
    ...described(item, index, analysis, support),
    ...(newText === item.label ? {} : { textEditText: newText }),
    ...(isAboutLabel ? {} : { data: { ...dataFor(item, analysis), ...item.subject } }),
  };
}

function newTextOf({ edit, hasHoles }: Completion, { snippets }: CompletionSupport): string {
  if (!hasHoles) return edit.newText;
  return snippets ? snippetOf(edit.newText) : filled(edit.newText);
}

function described(
  { label, kind, detail, filterText, edit, also, hasHoles, again, commit }: Completion,
  index: number,
  { tree }: Analysis,
  support: CompletionSupport,
): CompletionItem {
  return {
    label,
    kind: KINDS[kind],
    sortText: String(index).padStart(5, '0'),
    ...(detail === undefined ? {} : support.labelDetails ? { labelDetails: { description: detail } } : { detail }),
    ...(filterText === label ? {} : { filterText }),
    ...(hasHoles && support.snippets ? { insertTextFormat: SNIPPET } : {}),
    ...(edit.newText.includes('\n') && support.insertTextModes ? { insertTextMode: AS_IS } : {}),
    ...(commit.length > 0 && support.commitCharacters ? { commitCharacters: [...commit] } : {}),
    ...(also.length > 0
      ? { additionalTextEdits: also.map(({ span, newText }) => ({ range: toRange(span, tree), newText })) }
      : {}),
    ...(again && support.suggestsAgain ? { command: { title: 'Suggest', command: 'editor.action.triggerSuggest' } } : {}),
  };
}

function isSame(one: Span, other: Span): boolean {
  return one.start === other.start && one.end === other.end;
}
