import { type Connection, DidChangeConfigurationNotification } from 'vscode-languageserver';
// Straight from the file: the door of that folder would load the rules before `initialize` is answered.
import { pathBelow } from '../configuration/places.ts';
import type { ClientSupport } from './clientSupport.ts';
import { SECTION, type Settings, sectionOf, settingsFrom } from './settings.ts';

/** The user's settings as they are now. */
export interface LiveSettings {
  /** What holds for the window, and for documents in no folder of the workspace. */
  readonly current: () => Settings;
  /** What holds for a document: of several folders of a workspace each may have settings of its own. */
  readonly of: (uri: string) => Settings;
  /** Done when the client has been asked: before, all is only what came with `initialize`. */
  readonly known: Promise<void>;
}

interface FolderSettings {
  /** A URI without a slash at its end. */
  readonly folder: string;
  readonly settings: Settings;
}

/**
 * Follows the user's settings, by asking the client where it answers and from its notifications where it does not.
 *
 * @param initialized done when the client may be asked
 * @param initial our section, if the client sent it along with `initialize`
 * @param changed called after each change
 */
export function followSettings(
  connection: Connection,
  support: ClientSupport,
  initialized: Promise<void>,
  initial: unknown,
  changed: () => void,
): LiveSettings {
  let settings = settingsFrom(initial);
  let ofFolders: readonly FolderSettings[] = [];
  const ask = async (): Promise<void> => {
    const folders = support.workspaceFolders ? await severalFolders(connection) : [];
    const items = [{ section: SECTION }, ...folders.map((scopeUri) => ({ scopeUri, section: SECTION }))];
    const [own = initial, ...others]: unknown[] = await connection.workspace.getConfiguration(items).catch(() => []);
    settings = settingsFrom(own);
    ofFolders = others.flatMap((section, index) => {
      const folder = folders[index];
      return folder === undefined ? [] : [{ folder, settings: settingsFrom(section) }];
    });
  };
  const known = initialized.then(() => {
    if (support.registersConfiguration) void connection.client.register(DidChangeConfigurationNotification.type);
    return support.answersConfiguration ? ask() : undefined;
  });
  connection.onDidChangeConfiguration(async (change) => {
    if (support.answersConfiguration) await ask();
    else settings = settingsFrom(sectionOf(change.settings) ?? initial);
    changed();
  });
  return {
    current: () => settings,
    of: (uri) => ofFolders.find(({ folder }) => pathBelow(folder, uri) !== undefined)?.settings ?? settings,
    known,
  };
}

/** The folders of a workspace that has several, the inner ones first; the settings of a single one are those of the window. */
async function severalFolders(connection: Connection): Promise<readonly string[]> {
  const folders = (await connection.workspace.getWorkspaceFolders().catch(() => null)) ?? [];
  if (folders.length < 2) return [];
  return folders.map(({ uri }) => uri.replace(/\/$/, '')).sort((one, other) => other.length - one.length);
}
