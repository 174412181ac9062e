import type { DocumentSymbol, SymbolKind } from 'vscode-languageserver';
import type { Analysis } from '../analysis/index.ts';
import { documentSymbolsOf, type DocumentSymbol as EngineSymbol, type SymbolSort } from '../features/index.ts';
import { toRange } from './toProtocol.ts';

/** `SymbolKind` of the protocol: namespace, function, event, key, object, variable, boolean, array, property, interface. */
const KINDS: Readonly<Record<SymbolSort, SymbolKind>> = {
  section: 3,
  function: 12,
  trigger: 24,
  access: 20,
  resource: 19,
  parameter: 13,
  condition: 17,
  mapping: 18,
  output: 7,
  policy: 20,
  statement: 11,
};

/** The outline of a document. */
export function documentSymbols(analysis: Analysis): DocumentSymbol[] {
  return documentSymbolsOf(analysis).map((symbol) => toSymbol(symbol, analysis));
}

function toSymbol({ name, detail, sort, span, nameSpan, children }: EngineSymbol, analysis: Analysis): DocumentSymbol {
  return {
    name,
    detail,
    kind: KINDS[sort],
    range: toRange(span, analysis.tree),
    selectionRange: toRange(nameSpan, analysis.tree),
    children: children.map((child) => toSymbol(child, analysis)),
  };
}
