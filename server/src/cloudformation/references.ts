import { literalText, type ScalarNode, type SyntaxNode } from '../syntax/index.ts';
import type { Span } from '../text/span.ts';
import { argumentItems, argumentText, getAttPath, type Intrinsic, intrinsicOf } from './intrinsics.ts';

/** A place that names a resource, a parameter or a pseudo parameter. */
export interface Reference {
  /** The logical id or the parameter's name. */
  readonly name: string;
  readonly attribute: string | undefined;
  /** The name's characters. */
  readonly span: Span;
  /** The text that the name is a piece of, and where in it the name starts. */
  readonly scalar: ScalarNode;
  readonly from: number;
  /** The call. */
  readonly node: SyntaxNode;
}

/** Every reference in a node and below it: `Ref`, `Fn::GetAtt`, and the variables of `Fn::Sub`. */
export function* referencesIn(node: SyntaxNode | undefined): Generator<Reference> {
  if (!node) return;
  const call = intrinsicOf(node);
  if (call) yield* referencesOfCall(call, node);
  if (node.kind === 'sequence') for (const item of node.items) yield* referencesIn(item);
  if (node.kind === 'mapping') for (const { value } of node.entries) yield* referencesIn(value);
}

/** What a call refers to by itself, without what is nested in it. @param node the node that makes the call */
export function* referencesOfCall(call: Intrinsic, node: SyntaxNode): Generator<Reference> {
  if (call.name === 'Ref') yield* refOf(call, node);
  if (call.name === 'Fn::GetAtt') yield* getAttOf(call, node);
  if (call.name === 'Fn::Sub') yield* subOf(call, node);
}

function* refOf(call: Intrinsic, node: SyntaxNode): Generator<Reference> {
  const text = argumentText(call);
  if (text === undefined || call.argument.kind !== 'scalar') return;
  yield referenceIn(call.argument, 0, text, node);
}

function* getAttOf(call: Intrinsic, node: SyntaxNode): Generator<Reference> {
  const path = getAttPath(call);
  if (!path) return;
  const scalar: SyntaxNode | undefined = argumentItems(call)?.[0] ?? call.argument;
  const { logicalId: name, attribute } = path;
  if (scalar.kind === 'scalar') yield { name, attribute, span: scalar.spanOf(0, name.length), scalar, from: 0, node };
}

function* subOf(call: Intrinsic, node: SyntaxNode): Generator<Reference> {
  const items = argumentItems(call);
  const template: SyntaxNode | undefined = items ? items[0] : call.argument;
  if (template?.kind !== 'scalar') return;
  const variables = items?.[1];
  const own = new Set(variables?.kind === 'mapping' ? variables.entries.map(({ key }) => key.text) : []);
  for (const found of template.text.matchAll(/\$\{([^}!][^}]*)\}/g)) {
    const text = found[1] ?? '';
    const blanks = text.length - text.trimStart().length;
    if (!own.has(text.trim())) yield referenceIn(template, found.index + 2 + blanks, text.trim(), node);
  }
}

/** The reference that a piece of a text is: `Queue`, `Queue.Arn`, `AWS::Region`. */
function referenceIn(scalar: ScalarNode, from: number, text: string, node: SyntaxNode): Reference {
  const [name = '', ...rest] = text.includes('::') ? [text] : text.split('.');
  const attribute = rest.length > 0 ? rest.join('.') : undefined;
  return { name, attribute, span: scalar.spanOf(from, from + name.length), scalar, from, node };
}

/** Nodes are immutable, so what a resource depends on is looked for once. */
const dependencies = new WeakMap<SyntaxNode, ReadonlySet<string>>();

/** The logical ids that a resource depends on directly: by reference or by `DependsOn`. */
export function dependenciesOf({ node, dependsOn }: DependentResource): ReadonlySet<string> {
  const known = dependencies.get(node);
  if (known) return known;
  const explicit = dependsOn.map((id) => literalText(id)).filter((id) => id !== undefined);
  const found = new Set([...explicit, ...[...referencesIn(node)].map(({ name }) => name)]);
  dependencies.set(node, found);
  return found;
}

interface DependentResource {
  readonly node: SyntaxNode;
  readonly dependsOn: readonly ScalarNode[];
}
