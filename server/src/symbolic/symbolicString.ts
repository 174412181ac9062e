import type { Span } from '../text/span.ts';

/** A piece of a string that only deployment fills in. Two equal holes hold the same value. */
export type Hole =
  /** A template parameter; `values` when the template allows only these. */
  | { readonly kind: 'parameter'; readonly name: string; readonly values: readonly string[] | undefined }
  /** What `Ref` (no attribute) or `Fn::GetAtt` gives for a resource of this template. */
  | { readonly kind: 'attribute'; readonly logicalId: string; readonly attribute: string | undefined }
  /** `AWS::Region` and its like. */
  | { readonly kind: 'pseudo'; readonly name: string }
  /** One of these, as a condition decides (`Fn::If`). */
  | { readonly kind: 'choice'; readonly condition: string; readonly alternatives: readonly [SymbolicString, SymbolicString] }
  /**
   * Anything else; `key` is the expression in a canonical spelling: the same expression has the same value. `values` when it can
   * only have one of these (a mapping's).
   */
  | { readonly kind: 'opaque'; readonly reason: string; readonly key: string; readonly values?: readonly string[] };

export type Part = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'hole'; readonly hole: Hole };

/** A string of which some parts are known and some are not. No two text parts stand next to each other, and none is empty. */
export interface SymbolicString {
  readonly parts: readonly Part[];
  /** Where the value stands in the text. */
  readonly origin: Span;
}

export const NOWHERE: Span = { start: 0, end: 0 };

export function literal(text: string, origin: Span = NOWHERE): SymbolicString {
  return { parts: text === '' ? [] : [{ kind: 'text', text }], origin };
}

export function ofHole(hole: Hole, origin: Span = NOWHERE): SymbolicString {
  return { parts: [{ kind: 'hole', hole }], origin };
}

/** The strings one after the other; joins adjacent texts. */
export function concat(pieces: readonly (SymbolicString | string)[], origin: Span = NOWHERE): SymbolicString {
  const parts: Part[] = [];
  for (const piece of pieces) {
    for (const part of typeof piece === 'string' ? literal(piece).parts : piece.parts) {
      const last = parts.at(-1);
      if (part.kind === 'text' && last?.kind === 'text') parts[parts.length - 1] = { kind: 'text', text: last.text + part.text };
      else parts.push(part);
    }
  }
  return { parts, origin };
}

/** The whole value when nothing in it is unknown. */
export function knownText(value: SymbolicString): string | undefined {
  if (value.parts.length > 1) return undefined;
  const only = value.parts[0];
  if (only === undefined) return '';
  return only.kind === 'text' ? only.text : undefined;
}

/** The hole when the value is nothing but one hole. */
export function onlyHole(value: SymbolicString): Hole | undefined {
  const only = value.parts.length === 1 ? value.parts[0] : undefined;
  return only?.kind === 'hole' ? only.hole : undefined;
}

/** The logical ids of the resources that the value refers to, one for each reference. */
export function referredTo({ parts }: SymbolicString): readonly string[] {
  return parts.flatMap((part) => (part.kind === 'hole' && part.hole.kind === 'attribute' ? [part.hole.logicalId] : []));
}

/** One spelling for each hole: `${Queue.Arn}`, `${Param}`, `${AWS::Region}`. */
export function displayHole(hole: Hole): string {
  switch (hole.kind) {
    case 'parameter':
    case 'pseudo':
      return `\${${hole.name}}`;
    case 'attribute':
      return `\${${hole.attribute === undefined ? hole.logicalId : `${hole.logicalId}.${hole.attribute}`}}`;
    case 'choice':
      return `\${${hole.condition} ? ${hole.alternatives.map(display).join(' : ')}}`;
    case 'opaque':
      return `\${${hole.key}}`;
  }
}

/** The value as people and `explain --format json` read it: text with `${…}` for what is not known. */
export function display(value: SymbolicString): string {
  const text = knownText(value);
  if (text !== undefined) return text;
  return value.parts.map((part) => (part.kind === 'text' ? part.text : displayHole(part.hole))).join('');
}

/** Whether the two are certainly the same string, whatever deployment fills in. */
export function isSame(a: SymbolicString, b: SymbolicString): boolean {
  return display(a) === display(b);
}

const MOST_ALTERNATIVES = 32;

/**
 * The strings this may stand for when each choice is taken one way and each parameter with a closed list of values has one of them;
 * the value itself when there is nothing to choose, or when there would be too many.
 */
export function alternatives(value: SymbolicString): readonly SymbolicString[] {
  if (!value.parts.some(isChoice)) return [value];
  let results: readonly SymbolicString[] = [{ parts: [], origin: value.origin }];
  for (const part of value.parts) {
    const options = part.kind === 'hole' ? holeAlternatives(part.hole) : undefined;
    const endings = options ?? [{ parts: [part], origin: value.origin }];
    if (results.length * endings.length > MOST_ALTERNATIVES) return [value];
    results = results.flatMap((start) => endings.map((ending) => concat([start, ending], value.origin)));
  }
  return results;
}

function isChoice(part: Part): boolean {
  return part.kind === 'hole' && holeAlternatives(part.hole) !== undefined;
}

function holeAlternatives(hole: Hole): readonly SymbolicString[] | undefined {
  if (hole.kind === 'choice') return hole.alternatives.flatMap(alternatives);
  if ((hole.kind === 'parameter' || hole.kind === 'opaque') && hole.values) return hole.values.map((text) => literal(text));
  return undefined;
}
