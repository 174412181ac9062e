import { type Draft, type DraftCall, isCall, isList, isMapping, longForm } from './draft.ts';
import { doubleQuoted, jsonScalar, yamlScalar } from './scalars.ts';
import { type Style, WIDTH } from './style.ts';

/** What stands between brackets: JSON, or YAML with its tags and plain text. */
export type Dialect = 'json' | 'yaml';

/** A value in brackets, all of it on one line. */
export function flowLine(style: Style, dialect: Dialect, draft: Draft): string {
  if (isCall(draft)) return callLine(style, dialect, draft);
  if (isMapping(draft)) {
    const entries = draft.entries.map(([key, value]) => flowEntryLine(style, dialect, key, value));
    return bracketed('{', entries, '}', style.comma, style.bracePadding);
  }
  if (isList(draft)) {
    const items = draft.map((item) => flowLine(style, dialect, item));
    return bracketed('[', items, ']', style.comma, style.bracketPadding);
  }
  return dialect === 'json' ? jsonScalar(draft) : yamlScalar(draft, 'flow', style.quote);
}

/** An entry between braces, on one line. */
export function flowEntryLine(style: Style, dialect: Dialect, key: string, value: Draft): string {
  return flowKey(style, dialect, key) + flowLine(style, dialect, value);
}

/** A key between braces with its colon. */
export function flowKey(style: Style, dialect: Dialect, key: string): string {
  if (dialect === 'json') return doubleQuoted(key) + style.colon;
  const colon = style.colon.endsWith(' ') ? style.colon : `${style.colon} `;
  return yamlScalar(key, 'flow', style.quote) + colon;
}

/** A value in brackets, on several lines unless the file keeps such values on one. `indent` is that of its first line. */
export function flowValue(style: Style, dialect: Dialect, draft: Draft, indent: string): string {
  if (style.isOneLine || staysOnLine(style, dialect, draft, indent)) return flowLine(style, dialect, draft);
  if (isCall(draft)) {
    const short = shortCall(style, dialect, draft);
    return short
      ? short.tag + flowValue(style, dialect, short.argument, indent)
      : flowValue(style, dialect, longForm(draft), indent);
  }
  const inner = indent + style.unit;
  if (isMapping(draft)) {
    const entries = draft.entries.map(([key, value]) => flowKey(style, dialect, key) + flowValue(style, dialect, value, inner));
    return overLines(style, '{', entries, '}', indent);
  }
  if (!isList(draft)) return flowLine(style, dialect, draft);
  const items = draft.map((item) => flowValue(style, dialect, item, inner));
  return overLines(style, '[', items, ']', indent);
}

/** The short form of a call, if it has one here: a tag cannot stand before another tag. */
export function shortCall(style: Style, dialect: Dialect, { call, argument }: DraftCall): ShortCall | undefined {
  if (dialect === 'json' || style.calls === 'long' || isCall(argument)) return undefined;
  return { tag: `!${call} `, argument: getAttArgument(style, 'short', call, argument) };
}

export interface ShortCall {
  /** With the space behind it. */
  readonly tag: string;
  readonly argument: Draft;
}

/** A call's argument, as the file writes that of `GetAtt`. */
export function getAttArgument(style: Style, form: 'short' | 'long', call: string, argument: Draft): Draft {
  const isPath = call === 'GetAtt' && isList(argument) && argument.length === 2;
  const [logicalId, attribute] = isPath ? argument : [];
  const isDotted = typeof logicalId === 'string' && typeof attribute === 'string' && style.getAtt[form] === 'dotted';
  return isDotted ? `${logicalId}.${attribute}` : argument;
}

function callLine(style: Style, dialect: Dialect, draft: DraftCall): string {
  const short = shortCall(style, dialect, draft);
  if (short) return short.tag + flowLine(style, dialect, short.argument);
  const argument = dialect === 'json' ? draft.argument : getAttArgument(style, 'long', draft.call, draft.argument);
  return flowLine(style, dialect, longForm({ call: draft.call, argument }));
}

function bracketed(open: string, members: readonly string[], close: string, comma: string, padding: string): string {
  return members.length === 0 ? open + close : open + padding + members.join(comma) + padding + close;
}

function overLines(style: Style, open: string, members: readonly string[], close: string, indent: string): string {
  if (members.length === 0) return open + close;
  const lineBreak = style.newline + indent + style.unit;
  return open + lineBreak + members.join(`,${lineBreak}`) + style.newline + indent + close;
}

function staysOnLine(style: Style, dialect: Dialect, draft: Draft, indent: string): boolean {
  const isShort = indent.length + flowLine(style, dialect, draft).length <= WIDTH;
  return isShort && isInlineInside(style, draft);
}

/** Whether the file would keep this and all that is in it on one line. */
function isInlineInside(style: Style, draft: Draft): boolean {
  if (isCall(draft)) return isInlineInside(style, longForm(draft));
  if (isMapping(draft)) {
    const { entries } = draft;
    return (
      entries.length === 0 ||
      (style.inline('mapping', entries.length) && entries.every(([, value]) => isInlineInside(style, value)))
    );
  }
  if (!isList(draft)) return true;
  return draft.length === 0 || (style.inline('sequence', draft.length) && draft.every((item) => isInlineInside(style, item)));
}
