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
  if (literalText(child(resource, 'Type')) === 'AWS::Serverless::Connector') {
    yield* ofEnd(childAt(resource, 'Properties', 'Source'));
    yield* ofDestinations(resource);
  }
  const connectors = child(resource, 'Connectors');
  for (const { value } of connectors?.kind === 'mapping' ? connectors.entries : []) {
    yield* inAttributes(value);
    yield* ofDestinations(value);
  }
}

/** The attributes of a resource, and of an output or a connector, which are written like one. */
function* inAttributes(node: SyntaxNode | undefined): Generator<Mention> {
  yield* whole(child(node, 'Condition'), 'condition');
  for (const item of itemsOf(child(node, 'DependsOn'))) yield* whole(item, 'value');
}

function* ofDestinations(connector: SyntaxNode | undefined): Generator<Mention> {
  for (const end of itemsOf(childAt(connector, 'Properties', 'Destination'))) yield* ofEnd(end);
}

function* ofEnd(end: SyntaxNode | undefined): Generator<Mention> {
  yield* whole(child(end, 'Id'), 'value');
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
  for (const { name, scalar, from } of referencesOfCall(call, node))
    yield { namespace: 'value', name: logicalIdIn(name), scalar, from };
  if (call.name === 'Condition' && argumentText(call) !== undefined) yield* named(call.argument, 'condition');
  const namespace = Object.hasOwn(NAMED_FIRST, call.name) ? NAMED_FIRST[call.name] : undefined;
  if (namespace) yield* whole(firstItem(call), namespace);
}

/** SAM's own references have the logical id in front: the list `[Worker.Alias, Arn]`. */
function logicalIdIn(name: string): string {
  return name.includes('::') ? name : (name.split('.')[0] ?? name);
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
