export type { Entry, MappingNode, ScalarNode, SequenceNode, SyntaxNode, SyntaxTree } from './node.ts';
export { child, childAt, entryOf, itemsOf, literalText, pathOf } from './node.ts';
