/** Commands about Lambda IAM itself: its rules, and what it knows of AWS. */
import { commands, type Disposable, env, l10n, type QuickPickItem, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { RuleEntry } from '../../../server/src/features/index.ts';
import type { DataSummary } from '../../../server/src/lsp/dataSummary.ts';
import { ourDiagnostics, ruleOf } from '../ourDiagnostics.ts';
import type { Pages } from '../pages.ts';

/**
 * @param version the version of the extension
 * @returns what VS Code disposes of with the extension
 */
export function registerAboutCommands(client: BaseLanguageClient, pages: Pages, version: string): Disposable[] {
  const showRule = async (wanted?: unknown): Promise<void> => {
    const rule = typeof wanted === 'string' ? wanted : await pickRule(client);
    if (rule === undefined) return;
    const read = () => client.sendRequest<string | null>('lambdaIam/rulePage', { rule });
    const isShown = await pages.show({ title: rule, read });
    if (!isShown) void window.showInformationMessage(l10n.t('There is no rule called {0}.', rule));
  };
  const showData = async (): Promise<void> => {
    const data = await client.sendRequest<DataSummary | null>('lambdaIam/data');
    if (!data) return;
    const text = `${l10n.t('Lambda IAM {0}.', version)} ${inWords(data)}`;
    const copy = l10n.t('Copy');
    void window
      .showInformationMessage(text, copy)
      .then((chosen) => (chosen === copy ? env.clipboard.writeText(text) : undefined));
  };
  return [
    commands.registerCommand('lambdaIam.showRulePage', showRule),
    commands.registerCommand('lambdaIam.showDataDate', showData),
  ];
}

/** Lets the user choose among all rules; those that have found something at the cursor come first. */
async function pickRule(client: BaseLanguageClient): Promise<string | undefined> {
  const items = client.sendRequest<readonly RuleEntry[]>('lambdaIam/rules').then((rules) => {
    const near = rulesAtCursor();
    const isNear = ({ id }: RuleEntry): boolean => near.has(id);
    return [...rules.filter(isNear), ...rules.filter((rule) => !isNear(rule))].map((rule) => toItem(rule, isNear(rule)));
  });
  const placeHolder = l10n.t('The rule to read about');
  return (await window.showQuickPick(items, { placeHolder, matchOnDescription: true, matchOnDetail: true }))?.label;
}

function toItem({ id, severity, summary }: RuleEntry, isNear: boolean): QuickPickItem {
  return { label: id, description: isNear ? l10n.t('{0}, at the cursor', severity) : severity, detail: summary };
}

function rulesAtCursor(): ReadonlySet<string> {
  const editor = window.activeTextEditor;
  if (!editor) return new Set();
  const here = ourDiagnostics(editor.document.uri).filter(({ range }) => range.intersection(editor.selection) !== undefined);
  return new Set(here.map(ruleOf));
}

function inWords({ date, isOutdated, services, actions, managedPolicies }: DataSummary): string {
  const day = new Date(date);
  const written = day.toLocaleDateString(env.language, { dateStyle: 'long', timeZone: 'UTC' });
  const [ofServices, ofActions, ofPolicies] = [services, actions, managedPolicies].map((count) =>
    count.toLocaleString(env.language),
  );
  const data = l10n.t(
    'Its data about AWS is of {0} ({1}): {2} services, {3} actions, {4} managed policies.',
    written,
    ageInWords(day),
    ofServices ?? '',
    ofActions ?? '',
    ofPolicies ?? '',
  );
  return isOutdated
    ? `${data} ${l10n.t('Names that it lacks may be new, so they are only warned of. Update the extension.')}`
    : data;
}

const MILLISECONDS_OF_DAY = 24 * 60 * 60 * 1000;
const DAYS_OF_MONTH = 30.44;

function ageInWords(day: Date): string {
  const days = Math.max(0, Math.floor((Date.now() - day.getTime()) / MILLISECONDS_OF_DAY));
  const age = new Intl.RelativeTimeFormat(env.language, { numeric: 'auto' });
  return days < 2 * DAYS_OF_MONTH ? age.format(-days, 'day') : age.format(-Math.floor(days / DAYS_OF_MONTH), 'month');
}
