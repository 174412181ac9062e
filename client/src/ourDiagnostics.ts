import { type Diagnostic, languages, type Uri } from 'vscode';

/** What the language server has found in a document. */
export function ourDiagnostics(uri: Uri): readonly Diagnostic[] {
  return languages.getDiagnostics(uri).filter(({ source }) => source === 'lambda-iam');
}

/** The id of the rule that has found it; VS Code wraps it together with the address of the rule's page. */
export function ruleOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}
