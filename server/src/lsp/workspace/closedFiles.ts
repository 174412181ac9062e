import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver';
import { isWithin, keyOf } from './uris.ts';

/** The templates and policies that are not open, and which of them the client shows diagnostics of. Only their names are kept. */
export interface ClosedFiles {
  /** Shows what was found in a file, instead of what was found before. */
  readonly show: (uri: string, diagnostics: Diagnostic[]) => void;
  /** Counts diagnostics that the client shows of a document that was just closed as those of the file. */
  readonly inherit: (uri: string) => void;
  /** Leaves the file to what was sent for the document that was opened, which takes the place of the file's diagnostics. */
  readonly leave: (uri: string) => void;
  /** Takes back the diagnostics of a file that is none of ours any more. */
  readonly forget: (uri: string) => void;
  readonly has: (uri: string) => boolean;
  /** Those that are a place or lie below it; without a place, all. */
  readonly within: (place?: string) => readonly string[];
}

interface ClosedFile {
  readonly uri: string;
  readonly isShown: boolean;
}

export function createClosedFiles(send: (params: PublishDiagnosticsParams) => void): ClosedFiles {
  const files = new Map<string, ClosedFile>();
  const takeBack = (file: ClosedFile | undefined, unlessFor?: string): void => {
    if (file?.isShown && file.uri !== unlessFor) send({ uri: file.uri, diagnostics: [] });
  };
  const remove = (uri: string, unlessFor?: string): void => {
    const key = keyOf(uri);
    takeBack(files.get(key), unlessFor);
    files.delete(key);
  };
  return {
    show: (uri, diagnostics) => {
      const key = keyOf(uri);
      const former = files.get(key);
      // The client is told in the spelling that it knows.
      const file = { uri: former?.uri ?? uri, isShown: diagnostics.length > 0 };
      if (file.isShown) send({ uri: file.uri, diagnostics });
      else takeBack(former);
      files.set(key, file);
    },
    inherit: (uri) => void files.set(keyOf(uri), { uri, isShown: true }),
    leave: (uri) => remove(uri, uri),
    forget: (uri) => remove(uri),
    has: (uri) => files.has(keyOf(uri)),
    within: (place) => namesWithin(files, place),
  };
}

function namesWithin(files: ReadonlyMap<string, ClosedFile>, place: string | undefined): readonly string[] {
  const own = place === undefined ? undefined : files.get(keyOf(place));
  if (own) return [own.uri];
  return [...files].flatMap(([key, { uri }]) => (place === undefined || isWithin(key, keyOf(place)) ? [uri] : []));
}
