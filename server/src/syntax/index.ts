export type { Entry, MappingNode, ScalarNode, SequenceNode, SyntaxNode, SyntaxTree } from './node.ts';
export { entryOf, itemsOf, literalText, pathOf, valueAt, valueOf } from './node.ts';
