/** Finding one's way through a document: where names are declared and used, what it consists of, and where more is to be read. */
export { type ActionLink, actionLinksOf, actionLinkTarget, type LinkTarget } from './links.ts';
export { definitionAt, type NamePlaces, namePlacesAt } from './references.ts';
export { type Refusal, type RenamePlace, renameAt, renamePlaceAt } from './rename.ts';
export { selectionsAt } from './selection.ts';
export { type DocumentSymbol, documentSymbolsOf, type SymbolSort } from './symbols.ts';
