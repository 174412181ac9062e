/** What a question is about, chosen step by step. The server suggests. */
import { l10n, type QuickPickItem, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Suggested } from '../../../server/src/features/index.ts';
import { latestOnly } from '../latest.ts';

interface Document {
  readonly uri: string;
}

/** The likeliest function comes first; a single one needs no choice. */
export async function pickFunction(ids: readonly string[]): Promise<string | undefined> {
  const [only, ...others] = ids;
  if (others.length === 0) return only;
  return window.showQuickPick(ids, { placeHolder: l10n.t('The function to ask about') });
}

/** An action, one of those that the server suggests for what is typed, or what is typed itself. */
export function pickAction(client: BaseLanguageClient, textDocument: Document): Promise<string | undefined> {
  const picker = window.createQuickPick();
  picker.placeholder = l10n.t('The action: dynamodb:Query, s3:Get*, HeadObject');
  picker.matchOnDescription = true;
  const suggest = latestOnly(async () => {
    const text = picker.value;
    picker.busy = true;
    const found = await client.sendRequest<readonly Suggested[]>('lambdaIam/actionsLike', { textDocument, text });
    // What nothing is known of can be asked about all the same: the answer says what is wrong with it.
    picker.items = found.length > 0 || text === '' ? found.map(toItem) : [{ label: text, alwaysShow: true }];
    picker.busy = false;
  });
  return new Promise((resolve) => {
    picker.onDidChangeValue(() => void suggest());
    picker.onDidAccept(() => {
      resolve(picker.selectedItems[0]?.label ?? (picker.value || undefined));
      picker.hide();
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
    void suggest();
  });
}

/** @returns a logical id, an ARN, `any`; nothing where the user gave up */
export async function pickResource(
  client: BaseLanguageClient,
  textDocument: Document,
  action: string,
): Promise<string | undefined> {
  const suggested = client.sendRequest<readonly Suggested[]>('lambdaIam/resourcesFor', { textDocument, action });
  const any: QuickPickItem = { label: l10n.t('Any resource'), alwaysShow: true };
  const other: QuickPickItem = { label: l10n.t('Another resource, by its ARN…'), alwaysShow: true };
  const items = suggested.then((found) => [...found.map(toItem), any, other]);
  const chosen = await window.showQuickPick(items, { placeHolder: l10n.t('The resource') });
  if (chosen?.label === other.label)
    return window.showInputBox({ prompt: l10n.t('An ARN; * stands for any characters'), value: 'arn:' });
  return chosen?.label === any.label ? 'any' : chosen?.label;
}

function toItem({ label, detail }: Suggested): QuickPickItem {
  return { label, description: detail };
}
