import { type Analysis, textSpan } from '../../analysis/index.ts';
import type { PolicyValue } from '../../iam/index.ts';
import { type Arn, arnFields, display, knownText, type SymbolicString } from '../../symbolic/index.ts';
import type { SyntaxNode } from '../../syntax/index.ts';
import type { Span } from '../../text/span.ts';
import { type PlacedStatement, statementsOf } from './policyWalk.ts';

/** A value of a statement's `Resource` or `NotResource`. */
export interface PlacedResource extends PlacedStatement {
  readonly value: PolicyValue;
}

/** Every resource that a statement names. */
export function* resourcesOf(analysis: Analysis): Generator<PlacedResource> {
  for (const placed of statementsOf(analysis)) {
    for (const value of placed.statement.resources?.values ?? []) yield { ...placed, value };
  }
}

/** A resource that certainly is an ARN, taken apart. */
export interface PlacedArn extends PlacedResource {
  readonly arn: Arn;
}

/** Every resource whose six fields are all to be seen. */
export function* arnsOf(analysis: Analysis): Generator<PlacedArn> {
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
  const range = node.kind === 'scalar' ? fieldRange(node.text, ARN_FIELDS.indexOf(name)) : undefined;
  if (node.kind !== 'scalar' || !range) return node.outerSpan;
  // Nothing to underline: the colon in front of an empty field shows where it is.
  const from = range.from === range.to ? range.from - 1 : range.from;
  return node.spanOf(from, range.to);
}

/** Where a field stands in the text of an ARN; the colons in `${AWS::Region}` do not count. */
export function fieldRange(text: string, index: number): { readonly from: number; readonly to: number } | undefined {
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

/** The text of a field in a scalar, to be replaced; `undefined` where the value is computed. */
export function fieldIn(
  node: SyntaxNode,
  name: (typeof ARN_FIELDS)[number],
): { readonly from: number; readonly to: number } | undefined {
  return node.kind === 'scalar' ? fieldRange(node.text, ARN_FIELDS.indexOf(name)) : undefined;
}

/** A resource as people read it. */
export function shown({ value: { value } }: PlacedResource): string {
  return display(value);
}
