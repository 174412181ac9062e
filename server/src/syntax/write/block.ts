import { type Draft, type DraftCall, isCall, isList, isMapping, longName } from './draft.ts';
import { flowLine, getAttArgument, shortCall } from './flow.ts';
import { quoted, yamlScalar } from './scalars.ts';
import { type Style, WIDTH } from './style.ts';

/** `Key: value` with the lines that belong to it; the first without its indentation. `column` is the key's. */
export function blockEntry(style: Style, key: string, value: Draft, column: number): string {
  return `${blockKey(style, key)}:${blockValue(style, value, column)}`;
}

/** What follows the colon of a key in this column: a space and a scalar, or the lines of a collection. */
export function blockValue(style: Style, draft: Draft, column: number): string {
  const line = lineValue(style, draft, column);
  if (line !== undefined) return ` ${line}`;
  if (isCall(draft)) {
    const short = shortCall(style, 'yaml', draft);
    if (short) return ` ${short.tag.trim()}${blockValue(style, short.argument, column)}`;
    return lines(style, [longCall(style, draft, column + style.step)], column + style.step);
  }
  if (isMapping(draft)) return lines(style, entryTexts(style, draft.entries, column + style.step), column + style.step);
  const dashes = column + style.dashIndent;
  return isList(draft) ? lines(style, itemTexts(style, draft, dashes), dashes) : '';
}

/** `- item` with the lines that belong to it; the first without its indentation. `column` is the dash's. */
export function blockItem(style: Style, draft: Draft, column: number): string {
  const gap = ' '.repeat(style.dashGap);
  return `-${gap}${inside(style, draft, column + 1 + style.dashGap)}`;
}

/** A value whose first line starts in this column: behind a dash, or at the start of a document. */
export function inside(style: Style, draft: Draft, column: number): string {
  const line = lineValue(style, draft, column);
  if (line !== undefined) return line;
  if (isCall(draft)) {
    const short = shortCall(style, 'yaml', draft);
    if (!short) return longCall(style, draft, column);
    const argument = inside(style, short.argument, column);
    return short.tag.trim() + style.newline + ' '.repeat(column) + argument;
  }
  const texts = isMapping(draft)
    ? entryTexts(style, draft.entries, column)
    : isList(draft)
      ? itemTexts(style, draft, column)
      : [];
  return texts.join(style.newline + ' '.repeat(column));
}

export function blockKey(style: Style, key: string): string {
  return style.keyQuote === 'plain' ? yamlScalar(key, 'block', style.quote) : quoted(key, style.keyQuote);
}

/** `Fn::GetAtt: [Queue, Arn]` with its key in this column. */
function longCall(style: Style, { call, argument }: DraftCall, column: number): string {
  const taken = getAttArgument(style, 'long', call, argument);
  const line = isList(taken) && style.flowArguments ? fitting(flowLine(style, 'yaml', taken), column) : undefined;
  return `${blockKey(style, longName(call))}:${line === undefined ? blockValue(style, taken, column) : ` ${line}`}`;
}

function entryTexts(style: Style, entries: readonly (readonly [string, Draft])[], column: number): readonly string[] {
  return entries.map(([key, value]) => blockEntry(style, key, value, column));
}

function itemTexts(style: Style, items: readonly Draft[], column: number): readonly string[] {
  return items.map((item) => blockItem(style, item, column));
}

function lines(style: Style, texts: readonly string[], column: number): string {
  return texts.map((text) => style.newline + ' '.repeat(column) + text).join('');
}

/** The value on one line, where it is a scalar, empty, or something that the file writes in brackets. */
function lineValue(style: Style, draft: Draft, column: number): string | undefined {
  if (isCall(draft)) return callLine(style, draft, column);
  if (isMapping(draft)) return draft.entries.length === 0 ? '{}' : undefined;
  if (!isList(draft)) return yamlScalar(draft, 'block', style.quote);
  if (draft.length === 0) return '[]';
  return style.flowLists && draft.every(isScalar) ? fitting(flowLine(style, 'yaml', draft), column) : undefined;
}

function callLine(style: Style, draft: DraftCall, column: number): string | undefined {
  const short = shortCall(style, 'yaml', draft);
  if (!short) return undefined;
  const { tag, argument } = short;
  if (isList(argument)) return style.flowArguments ? fitting(tag + flowLine(style, 'yaml', argument), column) : undefined;
  const line = lineValue(style, argument, column);
  return line === undefined ? undefined : tag + line;
}

function fitting(line: string, column: number): string | undefined {
  return column + line.length <= WIDTH ? line : undefined;
}

function isScalar(draft: Draft): boolean {
  return typeof draft !== 'object' || draft === null;
}
