/**
 * The files of the workspace that are not open. They are searched and checked in the background, one at a time, whenever nobody waits for
 * an answer. The client has their diagnostics by `Outlet`; nothing but their names is kept.
 */
import type { Connection, Diagnostic, InitializeParams } from 'vscode-languageserver';
// Straight from the file: the door of that folder would load the rules before `initialize` is answered.
import { folderOf } from '../../configuration/places.ts';
import type { ClientSupport } from '../clientSupport.ts';
import type { Courtesy } from '../courtesy.ts';
import type { WorkspaceHost } from '../host.ts';
import type { Settings } from '../settings.ts';
import { createClosedFiles } from './closedFiles.ts';
import { followFolders } from './folders.ts';
import { createHiddenDocuments } from './hiddenDocuments.ts';
import { answering, pushing } from './outlet.ts';
import { createSurvey } from './survey.ts';
import { keyOf } from './uris.ts';
import { createWatching } from './watching.ts';
import { followWish } from './wish.ts';

/** What becomes of the files that are not open. All names are URIs. */
export interface Workspace {
  /** To be called when a document has been opened. */
  readonly opened: (uri: string) => void;
  /** To be called when an open document has changed. */
  readonly edited: (uri: string) => void;
  /** To be called when the client has, or is about to have, the diagnostics of an open document: they replace those of its file. */
  readonly replaced: (uri: string) => void;
  /** To be called when a document has been closed. @returns whether its file is checked now, so that its diagnostics are looked after */
  readonly closed: (uri: string) => boolean;
  /** To be called when files or folders may have changed, come or gone. */
  readonly changed: (uris: readonly string[]) => void;
  /** To be called when configuration files have changed and been read again. */
  readonly configured: (uris: readonly string[]) => void;
  /** To be called when the settings may have changed. */
  readonly settingsChanged: () => void;
}

export interface WorkspaceOptions {
  readonly host: WorkspaceHost;
  readonly courtesy: Courtesy;
  /** Done when the client may be asked. */
  readonly initialized: Promise<void>;
  /** Done when its settings and the engine are there. */
  readonly ready: Promise<void>;
  /** What holds for a file or folder. */
  readonly settings: (uri: string) => Settings;
  readonly support: ClientSupport;
  /** The diagnostics of a file with this text. */
  readonly check: (uri: string, text: string) => Promise<Diagnostic[]>;
  /** The diagnostics of an open document. */
  readonly diagnosticsOf: (uri: string) => Promise<Diagnostic[]>;
  readonly log: (message: string) => void;
}

/** Checks the files of the workspace as long as the settings want it. */
export function checkWorkspace(connection: Connection, params: InitializeParams, options: WorkspaceOptions): Workspace {
  const { initialized, support } = options;
  const watch = support.registersWatchedFiles ? createWatching(connection) : () => undefined;
  const open = new Set<string>();
  const isOpen = (uri: string): boolean => open.has(keyOf(uri));
  const outlet = support.pullsDiagnostics
    ? answering(connection, { firstTime: () => files.within().forEach(files.forget), anew: () => wish.begin() })
    : pushing(connection);
  const files = createClosedFiles(outlet.send);
  const searchWhatIsWanted = (among: readonly string[]): void => {
    for (const uri of files.within()) if (!wish.isFor(uri)) files.forget(uri);
    const wanted = among.filter(wish.isFor);
    if (wanted.length > 0) watch();
    survey.search(wanted);
  };
  const folders = followFolders(connection, params, initialized, searchWhatIsWanted);
  const wish = followWish({ ...options, folders: folders.all, folderOf: folders.of }, () => {
    survey.stop();
    searchWhatIsWanted(folders.all());
  });
  const survey = createSurvey(connection, { ...options, folders, files, isOpen, isWanted: wish.isFor }, outlet.finished);
  // A client that asks for the workspace leaves what it shows of a document that is closed, once it has asked for that document again.
  const takeBack = async (uri: string): Promise<void> => {
    await options.courtesy.idle();
    if (!isOpen(uri)) outlet.send({ uri, diagnostics: [] });
  };
  return {
    opened: (uri) => void open.add(keyOf(uri)),
    edited: support.pullsDiagnostics ? createHiddenDocuments({ ...options, outlet, isOpen }) : () => undefined,
    replaced: (uri) => {
      if (isOpen(uri)) (outlet.isOneList() ? files.leave : files.forget)(uri);
    },
    closed: (uri) => {
      open.delete(keyOf(uri));
      if (!wish.isFor(uri)) {
        if (support.pullsDiagnostics && outlet.isOneList()) void takeBack(uri);
        return false;
      }
      if (outlet.isOneList()) files.inherit(uri);
      survey.lookAt([uri]);
      return true;
    },
    changed: (uris) => survey.lookAt(uris.filter((uri) => wish.isFor(uri) && !isOpen(uri)).map(placeOf)),
    configured: (uris) => survey.checkAgain(uris.flatMap((uri) => files.within(folderOf(uri)))),
    settingsChanged: wish.settingsChanged,
  };
}

/** On a host without files. */
export const NO_WORKSPACE: Workspace = {
  opened: () => undefined,
  edited: () => undefined,
  replaced: () => undefined,
  closed: () => false,
  changed: () => undefined,
  configured: () => undefined,
  settingsChanged: () => undefined,
};

/** What may have changed with a file: what git ignores in a folder, with its `.gitignore`. */
function placeOf(uri: string): string {
  return uri.endsWith('/.gitignore') ? (folderOf(uri) ?? uri) : uri;
}
