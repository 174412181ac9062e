import type { Settings } from '../settings.ts';

/** Whether the user wants files checked that are not open. */
export interface Wish {
  readonly isWanted: () => boolean;
  /** To be called when the settings may have changed. */
  readonly settingsChanged: () => void;
}

/**
 * Follows what the user wants.
 *
 * @param ready done when the settings are known and all is there that checking takes: before, nothing is wanted
 * @param changed called when that is so, and whenever a setting has changed that makes a difference for the files
 */
export function followWish(ready: Promise<void>, settings: () => Settings, changed: () => void): Wish {
  let isReady = false;
  let followed: string | undefined;
  const settingsChanged = (): void => {
    const { enable, workspace, profile, rules } = settings();
    const now = JSON.stringify([enable, workspace, profile, rules]);
    if (!isReady || now === followed) return;
    followed = now;
    changed();
  };
  ready.then(
    () => {
      isReady = true;
      settingsChanged();
    },
    // Whoever made the promise tells what went wrong.
    () => undefined,
  );
  return { isWanted: () => isReady && settings().enable && settings().workspace, settingsChanged };
}
