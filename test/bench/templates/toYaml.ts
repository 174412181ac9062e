import type { Properties, Value } from './values.ts';

/** Writes a template as people do: block style, short tags, an empty line between resources. */
export function toYaml(template: Properties): string {
  return `${mappingLines(template, 0).join('\n')}\n`;
}

function mappingLines(mapping: Properties, depth: number): readonly string[] {
  return Object.entries(mapping).flatMap(([key, value], index) => {
    const lines = entryLines(key, value, depth);
    return index > 0 && isResource(value, depth) ? ['', ...lines] : lines;
  });
}

function entryLines(key: string, value: Value, depth: number): readonly string[] {
  const indent = '  '.repeat(depth);
  const short = inOneLine(value);
  return short === undefined ? [`${indent}${key}:`, ...linesOf(value, depth + 1)] : [`${indent}${key}: ${short}`];
}

function linesOf(value: Value, depth: number): readonly string[] {
  if (isList(value)) return value.flatMap((item) => itemLines(item, depth));
  return typeof value === 'object' ? mappingLines(value, depth) : [];
}

function itemLines(item: Value, depth: number): readonly string[] {
  const indent = '  '.repeat(depth);
  const short = inOneLine(item);
  if (short !== undefined) return [`${indent}- ${short}`];
  const [first = '', ...others] = linesOf(item, depth + 1);
  return [`${indent}- ${first.trimStart()}`, ...others];
}

/** A scalar or the short form of an intrinsic function. */
function inOneLine(value: Value): string | undefined {
  if (typeof value === 'string') return scalar(value);
  if (typeof value !== 'object') return String(value);
  if (isList(value)) return undefined;
  const [[name = '', argument = ''] = [], ...more] = Object.entries(value);
  if (more.length > 0 || !/^(?:Ref|Fn::(?:GetAtt|Sub))$/.test(name)) return undefined;
  return `!${name.replace('Fn::', '')} ${isList(argument) ? argument.join('.') : argument}`;
}

/** Quoted where it would be read as something else. */
function scalar(text: string): string {
  return /^[\d.]+$|^\d{4}-\d\d-\d\d$|^[*&!%@`|>'"{[#,?-]|: |:$| #/.test(text) ? `'${text}'` : text;
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

function isResource(value: Value, depth: number): boolean {
  return depth === 1 && typeof value === 'object' && 'Type' in value && 'Properties' in value;
}
