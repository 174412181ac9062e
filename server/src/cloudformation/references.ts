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

function* referencesOfCall(call: Intrinsic, node: SyntaxNode): Generator<Reference> {
  if (call.name === 'Ref') yield* refOf(call, node);
  if (call.name === 'Fn::GetAtt') yield* getAttOf(call, node);
  if (call.name === 'Fn::Sub') yield* subOf(call, node);
}

function* refOf(call: Intrinsic, node: SyntaxNode): Generator<Reference> {
  const text = argumentText(call);
  if (text === undefined || call.argument.kind !== 'scalar') return;
  const [name = '', ...rest] = text.includes('::') ? [text] : text.split('.');
  yield { name, attribute: rest.length > 0 ? rest.join('.') : undefined, span: call.argument.spanOf(0, name.length), node };
}

function* getAttOf(call: Intrinsic, node: SyntaxNode): Generator<Reference> {
  const path = getAttPath(call);
  if (!path) return;
  const scalar: SyntaxNode | undefined = argumentItems(call)?.[0] ?? call.argument;
  if (scalar.kind === 'scalar')
    yield { name: path.logicalId, attribute: path.attribute, span: scalar.spanOf(0, path.logicalId.length), node };
}

function* subOf(call: Intrinsic, node: SyntaxNode): Generator<Reference> {
  const items = argumentItems(call);
  const template: SyntaxNode | undefined = items ? items[0] : call.argument;
  if (template?.kind !== 'scalar') return;
  const variables = items?.[1];
  const own = new Set(variables?.kind === 'mapping' ? variables.entries.map(({ key }) => key.text) : []);
  for (const found of template.text.matchAll(/\$\{([^}!][^}]*)\}/g)) {
    const text = found[1] ?? '';
    if (!own.has(text.trim())) yield subReference(template, found.index + 2, text, node);
  }
}

function subReference(template: ScalarNode, at: number, text: string, node: SyntaxNode): Reference {
  const start = at + (text.length - text.trimStart().length);
  const [name = '', ...rest] = text.includes('::') ? [text.trim()] : text.trim().split('.');
  return {
    name,
    attribute: rest.length > 0 ? rest.join('.') : undefined,
    span: template.spanOf(start, start + name.length),
    node,
  };
}

/** The logical ids that a resource depends on directly: by reference or by `DependsOn`. */
export function dependenciesOf(resource: {
  readonly node: SyntaxNode;
  readonly dependsOn: readonly ScalarNode[];
}): ReadonlySet<string> {
  const explicit = resource.dependsOn.map((node) => literalText(node)).filter((id) => id !== undefined);
  return new Set([...explicit, ...[...referencesIn(resource.node)].map(({ name }) => name)]);
}
