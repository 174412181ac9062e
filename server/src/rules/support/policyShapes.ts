import { branchesOf } from '../../cloudformation/index.ts';
import { child, type MappingNode, type SyntaxNode } from '../../syntax/index.ts';
import { isExpression } from './policyElements.ts';

/** A value that is not what its element takes. */
export interface WrongShape {
  readonly node: SyntaxNode;
  /** The element or key that the value belongs to. */
  readonly name: string;
  /** What belongs there, in words: `one text`. */
  readonly wanted: string;
}

/** The values of a document's elements that are a list, a mapping or a text where something else belongs; statements by themselves. */
export function* wrongShapesInDocument(document: MappingNode): Generator<WrongShape> {
  for (const name of ['Version', 'Id']) yield* text(child(document, name), name);
  for (const node of present(child(document, 'Statement'))) {
    const items = node.kind === 'sequence' ? node.items.flatMap((item) => [...present(item)]) : [node];
    for (const item of items) {
      if (item.kind === 'scalar') yield { node: item, name: 'Statement', wanted: 'a list of statements' };
    }
  }
}

/** The same for the elements of a statement. Principals have shapes, and a rule, of their own. */
export function* wrongShapesInStatement(statement: MappingNode): Generator<WrongShape> {
  for (const name of ['Sid', 'Effect']) yield* text(child(statement, name), name);
  for (const name of ['Action', 'NotAction', 'Resource', 'NotResource']) yield* texts(child(statement, name), name);
  for (const condition of present(child(statement, 'Condition'))) yield* conditions(condition);
}

function* conditions(condition: SyntaxNode): Generator<WrongShape> {
  if (condition.kind !== 'mapping') {
    yield { node: condition, name: 'Condition', wanted: 'a mapping of operators' };
    return;
  }
  for (const { key: operator, value } of condition.entries) {
    for (const tests of present(value)) {
      const wanted = 'a mapping of condition keys to values';
      if (tests.kind !== 'mapping') yield { node: tests, name: operator.text, wanted };
      else for (const test of tests.entries) yield* texts(test.value, test.key.text);
    }
  }
}

function* text(value: SyntaxNode | undefined, name: string): Generator<WrongShape> {
  for (const node of present(value)) if (node.kind !== 'scalar') yield { node, name, wanted: 'one text' };
}

function* texts(value: SyntaxNode | undefined, name: string): Generator<WrongShape> {
  const wanted = 'a text or a list of texts';
  for (const node of present(value)) {
    if (node.kind === 'mapping') yield { node, name, wanted };
    if (node.kind !== 'sequence') continue;
    for (const item of node.items) if (item.kind !== 'scalar' && !isExpression(item)) yield { node: item, name, wanted };
  }
}

/** What a node may turn out to be, as far as it is written out and the author has begun to write it. */
function* present(value: SyntaxNode | undefined): Generator<SyntaxNode> {
  for (const { node } of value ? branchesOf(value) : []) {
    const isEmpty = node?.kind === 'scalar' && node.value === null;
    if (node && !isEmpty && !isExpression(node)) yield node;
  }
}
