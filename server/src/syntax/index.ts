export { parseEmbedded, textAround } from './embedded.ts';
export { addressed, addressIn, charactersAt, editsInText, spanInText } from './inText.ts';
export { detectLanguage, sourceText } from './language.ts';
export { entryAt, nodeAt } from './lookup.ts';
export type { Entry, MappingNode, ScalarNode, SequenceNode, SyntaxNode, SyntaxTree } from './node.ts';
export { child, childAt, entryOf, itemsOf, literalText } from './node.ts';
export { parentIn, parse } from './parse.ts';
export { type TypedWord, typedWordAt, typedWordIn } from './typing.ts';
