/** User settings for an isolated profile: no welcome pages, no network, nothing that moves by itself. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'security.workspace.trust.enabled': false,
  'files.autoSave': 'off',
  'git.enabled': false,
};

/** Writes the quiet settings, and `more` on top of them, into a user data folder. */
export function writeUserSettings(userDataFolder, more = {}) {
  mkdirSync(join(userDataFolder, 'User'), { recursive: true });
  writeFileSync(join(userDataFolder, 'User', 'settings.json'), JSON.stringify({ ...quietSettings, ...more }, null, 2));
}
