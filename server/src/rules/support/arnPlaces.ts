import { type Analysis, textSpan } from '../../analysis/index.ts';
import type { PolicyValue } from '../../iam/index.ts';
import { onceFor } from '../../incremental/once.ts';
import { type Arn, arnFields, display, knownText, type SymbolicString } from '../../symbolic/index.ts';
import type { ScalarNode, SyntaxNode } from '../../syntax/index.ts';
import { replaceText } from '../../syntax/write/index.ts';
import type { Span } from '../../text/span.ts';
import type { Fix } from '../rule.ts';
import { type PlacedStatement, statementsOf } from './policyWalk.ts';
import { writtenIn } from './texts.ts';

/** A value of a statement's `Resource` or `NotResource`. */
export interface PlacedResource extends PlacedStatement {
  readonly value: PolicyValue;
}

/** Every resource that a statement names. */
export const resourcesOf: (analysis: Analysis) => readonly PlacedResource[] = onceFor((analysis) => [
  ...eachResourcesOf(analysis),
]);

function* eachResourcesOf(analysis: Analysis): Generator<PlacedResource> {
  for (const placed of statementsOf(analysis)) {
    for (const value of placed.statement.resources?.values ?? []) yield { ...placed, value };
  }
}

/** A resource that certainly is an ARN, taken apart. */
export interface PlacedArn extends PlacedResource {
  readonly arn: Arn;
}

/** Every resource whose six fields are all to be seen. */
export const arnsOf: (analysis: Analysis) => readonly PlacedArn[] = onceFor((analysis) => [...eachArnsOf(analysis)]);

function* eachArnsOf(analysis: Analysis): Generator<PlacedArn> {
  for (const placed of resourcesOf(analysis)) {
    const arn = arnFields(placed.value.value);
    if (arn) yield { ...placed, arn };
  }
}

/** The fields of an ARN, in their order. */
export const ARN_FIELDS = ['arn', 'partition', 'service', 'region', 'account', 'resource'] as const;

/** The text of a field, where it is written out and is no pattern and no policy variable. */
export function fieldText(field: SymbolicString): string | undefined {
  const text = knownText(field);
  return text === undefined || /[*?]|\$\{/.test(text) ? undefined : text;
}

/** The characters of one field, also in the text of `Fn::Sub`; the whole value where it is computed in another way. */
export function fieldSpan({ value: { node } }: PlacedResource, name: (typeof ARN_FIELDS)[number]): Span {
  const field = fieldIn(node, name);
  if (!field) return node.outerSpan;
  // Nothing to underline: the colon in front of an empty field shows where it is.
  const from = field.from === field.to ? field.from - 1 : field.from;
  return field.scalar.spanOf(from, field.to);
}

/** A piece of a scalar's text. */
export interface Piece {
  readonly scalar: ScalarNode;
  readonly from: number;
  readonly to: number;
}

/** Where one field of an ARN is written; nothing where the value is computed in another way than by `Fn::Sub`. */
export function fieldIn(node: SyntaxNode, name: (typeof ARN_FIELDS)[number]): Piece | undefined {
  const scalar = writtenIn(node);
  const range = scalar && fieldRange(scalar.text, ARN_FIELDS.indexOf(name));
  return scalar && range && { scalar, ...range };
}

/** The fix that writes another text in the place of a field. */
export function replaceFieldFix({ scalar, from, to }: Piece, text: string, title = `Replace with ${text}`): Fix {
  return { title, preferred: true, edits: [replaceText(scalar, from, to, text)] };
}

/** Where a field stands in the text of an ARN; the colons in `${AWS::Region}` do not count. */
function fieldRange(text: string, index: number): { readonly from: number; readonly to: number } | undefined {
  const blind = text.replaceAll(/\$\{[^}]*\}/g, (hole) => '_'.repeat(hole.length));
  let from = 0;
  for (let i = 0; i < index; i++) {
    from = blind.indexOf(':', from) + 1;
    if (from === 0) return undefined;
  }
  const colon = blind.indexOf(':', from);
  return { from, to: index === ARN_FIELDS.length - 1 || colon < 0 ? text.length : colon };
}

/** The characters of a resource, without quotes. */
export function resourceSpan({ value: { value, node } }: PlacedResource): Span {
  return textSpan(node, knownText(value) ?? '');
}

/** A resource as people read it. */
export function shown({ value: { value } }: PlacedResource): string {
  return display(value);
}
