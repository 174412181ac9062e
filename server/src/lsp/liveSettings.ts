import { type Connection, DidChangeConfigurationNotification } from 'vscode-languageserver';
import type { ClientSupport } from './clientSupport.ts';
import { SECTION, type Settings, sectionOf, settingsFrom } from './settings.ts';

/** The user's settings as they are now. */
export interface LiveSettings {
  readonly current: () => Settings;
  /** Done when the client has been asked: before, `current` is only what came with `initialize`. */
  readonly known: Promise<void>;
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
  const ask = async (): Promise<void> => {
    settings = settingsFrom(await connection.workspace.getConfiguration(SECTION).catch(() => initial));
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
  return { current: () => settings, known };
}
