import type { Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { readConfiguration } from '../configuration/index.ts';
import { lineIndexOf } from '../text/lineIndex.ts';
import { SOURCE } from './diagnostics.ts';
import { fromDocument } from './fromProtocol.ts';
import { toSeverity } from './toProtocol.ts';

/** What is wrong in a configuration file that is open. */
export function configurationDiagnostics(document: TextDocument): Diagnostic[] {
  const source = fromDocument(document);
  return readConfiguration(source).problems.map(({ span, message }) => ({
    range: lineIndexOf(source).rangeOf(span),
    severity: toSeverity('error'),
    source: SOURCE,
    message,
  }));
}
