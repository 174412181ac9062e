import type { Diagnostic } from 'vscode-languageserver';
import { readConfiguration } from '../configuration/index.ts';
import { lineIndexOf } from '../text/lineIndex.ts';
import type { SourceText } from '../text/sourceText.ts';
import { SOURCE } from './diagnostics.ts';
import { toSeverity } from './toProtocol.ts';

/** What is wrong in a configuration file. */
export function configurationDiagnostics(source: SourceText): Diagnostic[] {
  return readConfiguration(source).problems.map(({ span, message }) => ({
    range: lineIndexOf(source).rangeOf(span),
    severity: toSeverity('error'),
    source: SOURCE,
    message,
  }));
}
