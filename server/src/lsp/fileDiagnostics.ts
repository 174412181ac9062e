import type { Diagnostic } from 'vscode-languageserver';
import { analyse, type Knowledge } from '../analysis/index.ts';
import { isConfigurationFile } from '../configuration/index.ts';
import { sourceText } from '../syntax/index.ts';
import { configurationDiagnostics } from './configurationDiagnostics.ts';
import type { Context } from './context.ts';
import { diagnostics } from './diagnostics.ts';

/** All diagnostics of a file that is not open. Its analysis is not kept: a workspace may have thousands of them. */
export function fileDiagnostics(uri: string, text: string, knowledge: () => Knowledge, context: Context): Diagnostic[] {
  if (isConfigurationFile(uri)) return configurationDiagnostics(sourceText(uri, text, 0, 'json'));
  if (context.resolvedFor(uri).ignored) return [];
  return diagnostics(analyse(sourceText(uri, text), knowledge()), context);
}
