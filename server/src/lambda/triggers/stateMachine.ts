import { branchesOf, evaluate, propertyAt, type Resource, type Template } from '../../cloudformation/index.ts';
import {
  concat,
  conjoin,
  display,
  type Guard,
  knownText,
  literal,
  ofHole,
  type Part,
  type SymbolicString,
} from '../../symbolic/index.ts';
import { child, parse, type SyntaxNode, sourceText } from '../../syntax/index.ts';
import { bindingsOf, embeddedText } from './embeddedText.ts';
import type { Place } from './places.ts';

/** A task of a state machine that has a function called. */
export interface Task {
  /** The value that names the function; the whole definition where that is put together. */
  readonly node: SyntaxNode;
  /** What the value stands for. */
  readonly functionName: SymbolicString;
  /** The alias or version, where `lambda:invoke` is given one of its own. */
  readonly qualifier: SymbolicString | undefined;
  readonly property: string;
  readonly guard: Guard;
  /** A task may have credentials, which name another role than the state machine's. */
  readonly credentials: SyntaxNode | undefined;
}

/**
 * The tasks of a state machine's definition that call functions, written as a mapping, as a text that holds JSON or YAML, or as one that
 * `Fn::Sub` or `Fn::Join` makes. None for a definition that cannot be seen.
 */
export function tasksOf({ node, resource, property, guard }: Place, template: Template): readonly Task[] {
  const fillIn = substitutions(resource, template);
  const definition = asMapping(node, fillIn, template) ?? asText(node, fillIn, template) ?? asJoined(node, fillIn, template);
  return definition ? tasksIn({ node: definition.root, property, guard }, definition) : [];
}

/** A state machine's definition, and what its values stand for. */
interface Definition {
  readonly root: SyntaxNode;
  readonly textOf: (node: SyntaxNode) => SymbolicString;
  /** The node of the template, where the definition's own nodes are not part of it. */
  readonly madeBy?: SyntaxNode;
}

const UNREADABLE: SymbolicString = concat([]);

type Substitute = (value: SymbolicString) => SymbolicString;

/** `DefinitionSubstitutions` fills in its own names in every text of the definition; other `${…}` stay as they are. */
function substitutions(resource: Resource, template: Template): Substitute {
  const bindings = bindingsOf(propertyAt(template, resource, 'DefinitionSubstitutions'), template);
  return (value) => {
    const pieces = knownText(value)?.split(VARIABLE);
    if (!pieces || pieces.length === 1) return value;
    return concat(
      pieces.map((piece, i) => (i % 2 === 0 ? piece : (bindings.get(piece) ?? `\${${piece}}`))),
      value.origin,
    );
  };
}

const VARIABLE = /\$\{([^}]*)\}/;

function asMapping(node: SyntaxNode, fillIn: Substitute, template: Template): Definition | undefined {
  if (node.kind !== 'mapping' || node.tag !== undefined || !child(node, 'States')) return undefined;
  const textOf = (value: SyntaxNode): SymbolicString =>
    value.kind === 'scalar' && value.tag === undefined ? fillIn(literal(value.text, value.span)) : evaluate(value, { template });
  return { root: node, textOf };
}

function asText(node: SyntaxNode, fillIn: Substitute, template: Template): Definition | undefined {
  const text = embeddedText(node, template);
  if (!text) return undefined;
  const textOf = (value: SyntaxNode): SymbolicString => (value.kind === 'scalar' ? fillIn(text.textOf(value)) : UNREADABLE);
  return { root: text.root, textOf };
}

const PLACEHOLDER = /\$\{hole (\d+)\}/;

/** The text that `Fn::Join` and the like make, read with a placeholder for each thing that is only known at deployment. */
function asJoined(node: SyntaxNode, fillIn: Substitute, template: Template): Definition | undefined {
  const { parts } = evaluate(node, { template });
  const text = parts.map((part, i) => (part.kind === 'text' ? part.text : `\${hole ${i}}`)).join('');
  const root = text.includes('States') ? parse(sourceText('definition.json', text)).value.root : undefined;
  const textOf = (value: SyntaxNode): SymbolicString =>
    value.kind === 'scalar' ? fillIn(withParts(value.text, parts)) : UNREADABLE;
  return root && { root, textOf, madeBy: node };
}

/** The placeholders replaced by what they stand for. */
function withParts(text: string, parts: readonly Part[]): SymbolicString {
  const pieces = text.split(PLACEHOLDER).map((piece, i) => {
    const part = i % 2 === 0 ? undefined : parts[Number(piece)];
    return part?.kind === 'hole' ? ofHole(part.hole) : piece;
  });
  return concat(pieces);
}

/** Somewhere in a definition. */
interface Reached {
  readonly node: SyntaxNode;
  readonly property: string;
  readonly guard: Guard;
}

const MOST_NODES = 20_000;

function tasksIn(root: Reached, definition: Definition): readonly Task[] {
  const found: Task[] = [];
  const queue: Reached[] = [root];
  for (let i = 0; i < queue.length && i < MOST_NODES; i++) {
    const at = queue[i];
    if (!at) break;
    for (const { node, guard } of branchesOf(at.node)) {
      if (!node) continue;
      const reached = { ...at, node, guard: conjoin(at.guard, guard) };
      found.push(...taskAt(reached, definition));
      queue.push(...childrenOf(reached));
    }
  }
  return found;
}

function childrenOf({ node, property, guard }: Reached): readonly Reached[] {
  if (node.kind === 'scalar' || node.tag !== undefined) return [];
  if (node.kind === 'sequence') return node.items.map((item, i) => ({ node: item, property: `${property}.${i}`, guard }));
  return node.entries.flatMap(({ key, value }) => (value ? [{ node: value, property: `${property}.${key.text}`, guard }] : []));
}

const INVOKE = /:states:[^:]*:[^:]*:(?:aws-sdk:)?lambda:invoke(?:\.|$)/;

/** A task names its function as the resource itself, or as the argument of `lambda:invoke`. */
function taskAt({ node, property, guard }: Reached, { textOf, madeBy }: Definition): readonly Task[] {
  const resource = child(node, 'Resource');
  const type = child(node, 'Type');
  if (!resource || (type?.kind === 'scalar' && type.text !== 'Task')) return [];
  const task = { guard, credentials: child(node, 'Credentials') };
  const named = textOf(resource);
  if (!INVOKE.test(display(named)))
    return [{ ...task, node: madeBy ?? resource, functionName: named, qualifier: undefined, property: `${property}.Resource` }];
  return ['Parameters', 'Arguments'].flatMap((key) => {
    const given = child(node, key);
    const name = child(given, 'FunctionName');
    const path = `${property}.${key}.FunctionName`;
    if (!name || isComputed(textOf(name))) return [];
    return [{ ...task, node: madeBy ?? name, functionName: textOf(name), qualifier: qualifierIn(given, textOf), property: path }];
  });
}

const ANY: SymbolicString = literal('*');

/** `Qualifier` beside `FunctionName`; any where it is only computed at run time. */
function qualifierIn(given: SyntaxNode | undefined, textOf: Definition['textOf']): SymbolicString | undefined {
  const node = child(given, 'Qualifier');
  const value = node && textOf(node);
  const isAtRunTime = value ? isComputed(value) : child(given, 'Qualifier.$') !== undefined;
  return isAtRunTime ? ANY : value;
}

/** A JSONata expression. */
function isComputed(value: SymbolicString): boolean {
  return display(value).startsWith('{%');
}
