import { concat, display, type Part, type SymbolicString } from '../symbolic/index.ts';
import { type Draft, getAtt, ref, sub } from '../syntax/write/index.ts';
import { arnReference, type NamedArn, namedArns } from './arns.ts';
import type { Template } from './template.ts';

/**
 * A canonical string as an author would write it: `${Queue.Arn}` for the ARN of a resource, `${Bucket.Arn}/*` for what begins with it.
 * What names no resource of the template stays as it is.
 *
 * @param avoid logical ids that may not be referred to, because that would close a cycle
 */
export function written(value: SymbolicString, template: Template, avoid: ReadonlySet<string> = NOTHING): SymbolicString {
  const whole = display(value);
  let longest: NamedArn | undefined;
  for (const named of namedArns(template)) {
    const isLonger = named.text.length > (longest?.text.length ?? 0) && isPrefix(named.text, whole);
    if (isLonger && !avoid.has(named.resource.logicalId)) longest = named;
  }
  return longest ? concat([arnReference(longest.resource), restBehind(value, longest.arn)], value.origin) : value;
}

const NOTHING: ReadonlySet<string> = new Set();

/** Whether the text is the prefix itself, or goes on behind it with a separator: `table/a` is no prefix of `table/ab`. */
function isPrefix(prefix: string, text: string): boolean {
  return text.startsWith(prefix) && (text.length === prefix.length || /[/:]/.test(text[prefix.length] ?? ''));
}

/** What stands behind the prefix, which the value is known to begin with. */
function restBehind(value: SymbolicString, prefix: SymbolicString): SymbolicString {
  const parts = value.parts.slice(prefix.parts.length);
  const last = prefix.parts.at(-1);
  const same = value.parts[prefix.parts.length - 1];
  if (last?.kind !== 'text' || same?.kind !== 'text' || same.text.length === last.text.length)
    return { parts, origin: value.origin };
  return { parts: [{ kind: 'text', text: same.text.slice(last.text.length) }, ...parts], origin: value.origin };
}

/** The value as an expression to write into a template; `undefined` when a part of it cannot be written again. */
export function draftOf(value: SymbolicString): Draft | undefined {
  const [only, ...others] = value.parts;
  if (!only) return '';
  if (others.length === 0) return only.kind === 'text' ? only.text : draftOfHole(only);
  const pieces = value.parts.map(subPiece);
  return pieces.includes(undefined) ? undefined : sub(pieces.join(''));
}

function draftOfHole({ hole }: Extract<Part, { kind: 'hole' }>): Draft | undefined {
  if (hole.kind === 'parameter' || hole.kind === 'pseudo') return ref(hole.name);
  if (hole.kind !== 'attribute') return undefined;
  return hole.attribute === undefined ? ref(hole.logicalId) : getAtt(hole.logicalId, hole.attribute);
}

function subPiece(part: Part): string | undefined {
  if (part.kind === 'text') return part.text.replaceAll('${', '${!');
  const { hole } = part;
  if (hole.kind === 'parameter' || hole.kind === 'pseudo') return `\${${hole.name}}`;
  if (hole.kind !== 'attribute') return undefined;
  return `\${${hole.attribute === undefined ? hole.logicalId : `${hole.logicalId}.${hole.attribute}`}}`;
}
