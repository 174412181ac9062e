/** The command that explains an error which somebody has selected, copied or pastes. The server reads it and looks for its cause. */
import { commands, type Disposable, env, l10n, ProgressLocation, type TextDocument, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { AnsweredError } from '../../../server/src/lsp/pastedError.ts';
import type { Pages } from '../pages.ts';

type Ask = (text: string, uris: readonly string[]) => Promise<AnsweredError | null>;
type Edit = AnsweredError['edits'][number];

/**
 * @param languages in which templates are written
 * @returns what VS Code disposes of with the extension
 */
export function registerErrorCommand(client: BaseLanguageClient, pages: Pages, languages: readonly string[]): Disposable {
  const ask: Ask = (text, uris) =>
    client.sendRequest('lambdaIam/pastedError', { text, textDocuments: uris.map((uri) => ({ uri })) });
  const explain = async (given?: unknown): Promise<void> => {
    const text = typeof given === 'string' ? given : await errorAtHand(ask);
    if (text === undefined) return;
    const progress = { location: ProgressLocation.Window, title: l10n.t('Lambda IAM: looking for the cause') };
    const answer = await window.withProgress(progress, async () => ask(text, await documentsToLookIn(languages)));
    if (!answer) return;
    await pages.show(pageOf(answer, text, ask));
    void offer(client, answer);
  };
  return commands.registerCommand('lambdaIam.explainError', explain);
}

/** What is selected, else what was copied, where it reads as an error; else what is typed. */
async function errorAtHand(ask: Ask): Promise<string | undefined> {
  const editor = window.activeTextEditor;
  const selected = editor?.document.getText(editor.selection) ?? '';
  for (const text of [selected, await copied()]) {
    if (text.trim() !== '' && (await ask(text, []))?.isRead) return text;
  }
  const prompt = l10n.t('Paste the error as AWS or the log gives it, with the names and ARNs in it');
  return window.showInputBox({
    prompt,
    placeHolder: EXAMPLE,
    ignoreFocusOut: true,
  });
}

/** A browser may keep the clipboard to itself. */
async function copied(): Promise<string> {
  try {
    return await env.clipboard.readText();
  } catch {
    return '';
  }
}

/** As IAM words it, in English whatever the language of the editor is. */
const EXAMPLE = 'User: arn:aws:sts::… is not authorized to perform: …';

/** More files than these are not looked through. */
const MOST_FILES = 500;
const TEMPLATES = '**/*.{yaml,yml,json,template}';
/** What others wrote, and copies of one's own. */
const NOT_IN = '**/{node_modules,.git,.aws-sam,.venv}/**';

/** The open documents first, then the files of the workspace. */
async function documentsToLookIn(languages: readonly string[]): Promise<readonly string[]> {
  const isText = ({ languageId }: TextDocument): boolean => languages.includes(languageId);
  const open = workspace.textDocuments.filter(isText).map(({ uri }) => uri.toString());
  const files = await workspace.findFiles(TEMPLATES, NOT_IN, MOST_FILES);
  return [...new Set([...open, ...files.map(String)])];
}

/** The answer, which follows the text of the files that it is about. */
function pageOf({ title, markdown, place, edits }: AnsweredError, text: string, ask: Ask): Parameters<Pages['show']>[0] {
  const about = place?.uri ?? edits[0]?.uri;
  const uris = [...new Set([...(about === undefined ? [] : [about]), ...edits.map(({ uri }) => uri)])];
  let shown: string | undefined = markdown;
  const read = async (): Promise<string | null> => {
    const first = shown;
    shown = undefined;
    return first ?? (await ask(text, uris))?.markdown ?? null;
  };
  return { title, read, ...(about === undefined ? {} : { about: Uri.parse(about) }) };
}

/** The changes to choose from, and the way to where the cause stands. */
async function offer(client: BaseLanguageClient, { title, place, edits }: AnsweredError): Promise<void> {
  const goTo = l10n.t('Go to the Cause');
  const [only, ...others] = edits;
  const chosen =
    others.length > 0
      ? await pick(edits, title)
      : await window.showInformationMessage(
          title,
          ...[only?.title, place && goTo].filter((button) => typeof button === 'string'),
        );
  const edit = typeof chosen === 'string' ? edits.find((one) => one.title === chosen) : chosen;
  if (edit) await apply(client, edit);
  else if (place && chosen === goTo)
    await window.showTextDocument(Uri.parse(place.uri), { selection: client.protocol2CodeConverter.asRange(place.range) });
}

async function pick(edits: readonly Edit[], placeHolder: string): Promise<Edit | undefined> {
  const items = edits.map((edit) => ({ label: edit.title, description: workspace.asRelativePath(Uri.parse(edit.uri)), edit }));
  return (await window.showQuickPick(items, { placeHolder, ignoreFocusOut: true }))?.edit;
}

/** Changes the document where the user can see it. */
async function apply(client: BaseLanguageClient, { uri, edit }: Edit): Promise<void> {
  const converted = await client.protocol2CodeConverter.asWorkspaceEdit(edit);
  const [, [first] = []] = converted.entries()[0] ?? [];
  const editor = await window.showTextDocument(Uri.parse(uri), { preview: false });
  const isApplied = await workspace.applyEdit(converted);
  if (isApplied && first) editor.revealRange(first.range);
  else if (!isApplied)
    void window.showInformationMessage(l10n.t('The text has changed meanwhile, so nothing was added. Try again.'));
}
