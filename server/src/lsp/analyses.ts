import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Analysis, analyse, type Knowledge } from '../analysis/index.ts';
import { fromDocument } from './fromProtocol.ts';

/** The analysis of each open document, of its newest version that was asked for. */
export interface Analyses {
  readonly of: (document: TextDocument) => Analysis;
  readonly forget: (uri: string) => void;
}

export function createAnalyses(knowledge: () => Knowledge): Analyses {
  const newest = new Map<string, Analysis>();
  return {
    of: (document) => {
      const previous = newest.get(document.uri);
      if (previous?.source.version === document.version) return previous;
      const analysis = analyse(fromDocument(document), knowledge(), previous);
      newest.set(document.uri, analysis);
      return analysis;
    },
    forget: (uri) => void newest.delete(uri),
  };
}
