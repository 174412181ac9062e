import {
  argumentItems,
  argumentText,
  type Intrinsic,
  intrinsicOf,
  referencesOfCall,
  type Template,
} from '../../cloudformation/index.ts';
import { fact, sameItems } from '../../incremental/facts.ts';
import { child, childAt, type Entry, itemsOf, literalText, type ScalarNode, type SyntaxNode } from '../../syntax/index.ts';

/** What a name is one of: resources and parameters share their names, because `Ref` takes both. */
export type Namespace = 'value' | 'condition' | 'mapping';

/** A place where a template names something of its own: a piece of a text, from `from` on. */
export interface Mention {
  readonly namespace: Namespace;
  readonly name: string;
  readonly scalar: ScalarNode;
  readonly from: number;
}

/**
 * What an entry of a section (a resource, an output) mentions. Kept as long as the entry is the same, so that after an edit only the
 * resource that was edited is looked through.
 */
export function mentionsOf(template: Template, section: string, entry: Entry): readonly Mention[] {
  const read = Object.hasOwn(READERS, section) ? READERS[section] : undefined;
  return (read ?? ofAnything)(template, entry);
}

type Reader = (template: Template, entry: Entry) => readonly Mention[];

const ofAnything: Reader = fact((_template: Template, { value }: Entry) => [...inCalls(value)], sameItems);

const READERS: Readonly<Record<string, Reader>> = {
  Resources: fact((_template: Template, { value }: Entry) => unrepeated([...inResource(value), ...inCalls(value)]), sameItems),
  Outputs: fact((_template: Template, { value }: Entry) => unrepeated([...inAttributes(value), ...inCalls(value)]), sameItems),
  Metadata: fact((_template: Template, { key, value }: Entry) => [
    ...(key.text === 'AWS::CloudFormation::Interface' ? inConsole(value) : inCalls(value)),
  ]),
};

function* inResource(resource: SyntaxNode | undefined): Generator<Mention> {
  yield* inAttributes(resource);
  for (const item of itemsOf(child(resource, 'DependsOn'))) yield* whole(item, 'value');
  const ends = [childAt(resource, 'Properties', 'Source'), ...itemsOf(childAt(resource, 'Properties', 'Destination'))];
  const isConnector = literalText(child(resource, 'Type')) === 'AWS::Serverless::Connector';
  for (const end of [...(isConnector ? ends : []), ...embeddedEnds(resource)]) yield* whole(child(end, 'Id'), 'value');
}

function* inAttributes(node: SyntaxNode | undefined): Generator<Mention> {
  yield* whole(child(node, 'Condition'), 'condition');
}

/** The ends of the connectors that a resource of SAM has itself. */
function embeddedEnds(resource: SyntaxNode | undefined): readonly SyntaxNode[] {
  const connectors = child(resource, 'Connectors');
  if (connectors?.kind !== 'mapping') return [];
  return connectors.entries.flatMap(({ value }) => itemsOf(childAt(value, 'Properties', 'Destination')));
}

/** The parameters in the order and with the words that the console shows them in. Source: AWS::CloudFormation::Interface. */
function* inConsole(node: SyntaxNode | undefined): Generator<Mention> {
  for (const group of itemsOf(child(node, 'ParameterGroups'))) {
    for (const item of itemsOf(child(group, 'Parameters'))) yield* whole(item, 'value');
  }
  const labels = child(node, 'ParameterLabels');
  if (labels?.kind === 'mapping') for (const { key } of labels.entries) yield* whole(key, 'value');
}

/** What the intrinsic functions in a node name. */
function* inCalls(node: SyntaxNode | undefined): Generator<Mention> {
  if (!node || node.kind === 'scalar') {
    if (node?.tag !== undefined) yield* ofCallAt(node);
    return;
  }
  yield* ofCallAt(node);
  if (node.kind === 'sequence') for (const item of node.items) yield* inCalls(item);
  else for (const { value } of node.entries) yield* inCalls(value);
}

function* ofCallAt(node: SyntaxNode): Generator<Mention> {
  const call = intrinsicOf(node);
  if (!call) return;
  for (const { name, scalar, from } of referencesOfCall(call, node)) yield { namespace: 'value', name, scalar, from };
  if (call.name === 'Condition' && argumentText(call) !== undefined) yield* named(call.argument, 'condition');
  const namespace = Object.hasOwn(NAMED_FIRST, call.name) ? NAMED_FIRST[call.name] : undefined;
  if (namespace) yield* whole(firstItem(call), namespace);
}

/** Functions whose first argument is a name. Source: CloudFormation's template reference, intrinsic and rule-specific functions. */
const NAMED_FIRST: Readonly<Record<string, Namespace>> = {
  'Fn::If': 'condition',
  'Fn::FindInMap': 'mapping',
  'Fn::ValueOf': 'value',
};

function firstItem(call: Intrinsic): SyntaxNode | undefined {
  return argumentItems(call)?.[0];
}

/** A text that is nothing but a name. */
function* whole(node: SyntaxNode | undefined, namespace: Namespace): Generator<Mention> {
  if (node && literalText(node) !== undefined) yield* named(node, namespace);
}

function* named(scalar: SyntaxNode, namespace: Namespace): Generator<Mention> {
  if (scalar.kind === 'scalar' && scalar.text !== '') yield { namespace, name: scalar.text, scalar, from: 0 };
}

/** An attribute of a resource that has no other looks like a call. */
function unrepeated(mentions: readonly Mention[]): readonly Mention[] {
  const seen = new Map<ScalarNode, Set<number>>();
  return mentions.filter(({ scalar, from }) => {
    const places = seen.get(scalar) ?? new Set();
    seen.set(scalar, places);
    return !places.has(from) && places.add(from);
  });
}
