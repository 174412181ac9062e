import type { Settings } from '../settings.ts';

/** Whether the user wants files checked that are not open. */
export interface Wish {
  /** For a file or folder in one of the workspace's folders; no for all others. */
  readonly isFor: (uri: string) => boolean;
  /** Has all begun anew, as soon as all is ready. */
  readonly begin: () => void;
  /** To be called when the settings may have changed. */
  readonly settingsChanged: () => void;
}

interface Followed {
  /** Done when the settings are known and all is there that checking takes: before, nothing is wanted. */
  readonly ready: Promise<void>;
  readonly settings: (uri: string) => Settings;
  readonly folders: () => readonly string[];
  readonly folderOf: (uri: string) => string | undefined;
}

/** @param begin called when all is ready, and whenever a setting has changed that makes a difference for the files */
export function followWish({ ready, settings, folders, folderOf }: Followed, begin: () => void): Wish {
  let isReady = false;
  let followed: string | undefined;
  const settingsChanged = (): void => {
    const now = JSON.stringify(folders().map((folder) => [folder, whatMatters(settings(folder))]));
    if (!isReady || now === followed) return;
    followed = now;
    begin();
  };
  ready.then(
    () => {
      isReady = true;
      settingsChanged();
    },
    // Whoever made the promise tells what went wrong.
    () => undefined,
  );
  const isFor = (uri: string): boolean => {
    const { enable, workspace } = settings(uri);
    return isReady && folderOf(uri) !== undefined && enable && workspace;
  };
  const beginAnew = (): void => {
    followed = undefined;
    settingsChanged();
  };
  return { isFor, begin: beginAnew, settingsChanged };
}

function whatMatters({ enable, workspace, profile, rules }: Settings): unknown {
  return [enable, workspace, profile, rules];
}
