import {
  type Command,
  DiagnosticSeverity,
  type Disposable,
  type DocumentFilter,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  l10n,
  languages,
  type Uri,
} from 'vscode';
import { ourDiagnostics } from '../ourDiagnostics.ts';
import type { ActiveDocument } from './activeDocument.ts';

/** What the item says. */
interface Status {
  readonly text: string;
  readonly detail: string;
  readonly severity: LanguageStatusSeverity;
  readonly busy: boolean;
  readonly command: Command | undefined;
}

/**
 * Shows what the active document is and how many problems it has, among what the editor says of the document's language. There is no such
 * item for a document that is neither a template nor a policy.
 */
export function showStatus(active: ActiveDocument, selector: readonly DocumentFilter[]): Disposable {
  let item: LanguageStatusItem | undefined;
  const show = (): void => {
    const status = statusOf(active);
    if (!status) {
      item?.dispose();
      item = undefined;
      return;
    }
    item ??= languages.createLanguageStatusItem('lambdaIam.status', selector);
    item.name = 'Lambda IAM';
    Object.assign(item, status);
    item.accessibilityInformation = { label: `Lambda IAM: ${status.text}, ${status.detail}` };
  };
  const subscriptions = [
    active.onDidChange(show),
    languages.onDidChangeDiagnostics(({ uris }) => {
      const about = active.document()?.uri.toString();
      if (uris.some((uri) => uri.toString() === about)) show();
    }),
  ];
  return {
    dispose: () => {
      item?.dispose();
      for (const subscription of subscriptions) subscription.dispose();
    },
  };
}

function statusOf(active: ActiveDocument): Status | undefined {
  const document = active.document();
  if (!document) return undefined;
  if (active.isStarting())
    return {
      text: 'Lambda IAM',
      detail: l10n.t('starting'),
      severity: LanguageStatusSeverity.Information,
      busy: true,
      command: undefined,
    };
  switch (active.kind()) {
    case 'sam':
      return statusOfKind(l10n.t('SAM template'), document.uri, mapCommand());
    case 'cloudformation':
      return statusOfKind(l10n.t('CloudFormation template'), document.uri, mapCommand());
    case 'policy':
      return statusOfKind(l10n.t('IAM policy'), document.uri, undefined);
    case 'none':
      return undefined;
  }
}

/** @param otherwise what is offered where there is no problem to be looked at */
function statusOfKind(text: string, uri: Uri, otherwise: Command | undefined): Status {
  const ours = ourDiagnostics(uri);
  const errors = ours.filter(({ severity }) => severity === DiagnosticSeverity.Error).length;
  const warnings = ours.filter(({ severity }) => severity === DiagnosticSeverity.Warning).length;
  const command = ours.length > 0 ? problemsCommand() : otherwise;
  return { text, detail: inWords(errors, warnings), severity: severityOf(errors, warnings), busy: false, command };
}

function severityOf(errors: number, warnings: number): LanguageStatusSeverity {
  if (errors > 0) return LanguageStatusSeverity.Error;
  return warnings > 0 ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
}

function inWords(errors: number, warnings: number): string {
  const ofErrors = errors === 1 ? l10n.t('1 error') : l10n.t('{0} errors', errors);
  const ofWarnings = warnings === 1 ? l10n.t('1 warning') : l10n.t('{0} warnings', warnings);
  const told = [...(errors > 0 ? [ofErrors] : []), ...(warnings > 0 ? [ofWarnings] : [])];
  return told.length > 0 ? told.join(', ') : l10n.t('no errors or warnings');
}

function problemsCommand(): Command {
  return { command: 'workbench.actions.view.problems', title: l10n.t('Show Problems') };
}

function mapCommand(): Command {
  return { command: 'lambdaIam.showPermissionMap', title: l10n.t('Show Map') };
}
