export { parseEmbedded } from './embedded.ts';
export { detectLanguage, sourceText } from './language.ts';
export { entryAt, nodeAt } from './lookup.ts';
export type { Entry, MappingNode, ScalarNode, SequenceNode, SyntaxNode, SyntaxTree } from './node.ts';
export { child, childAt, entryOf, itemsOf, literalText, pathOf } from './node.ts';
export { parse } from './parse.ts';
export { fingerprint } from './tree/redNode.ts';
export { type TypedWord, typedWordAt, typedWordIn } from './typing.ts';
