import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve as resolvePath } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  CONFIGURATION_FILE,
  folderOf,
  type PlacedConfiguration,
  type Preferences,
  type Resolved,
  readConfiguration,
  resolve,
} from '../configuration/index.ts';
import { reasonOf } from '../files/reading.ts';
import { sourceText } from '../syntax/index.ts';
import { lineIndexOf } from '../text/lineIndex.ts';
import { UsageError } from './usageError.ts';

/** What holds for each file: as its nearest configuration file says, or the one that the user named. */
export interface Configurations {
  /** @param file absolute; `undefined` for standard input, which counts as a file in the current folder */
  readonly of: (file: string | undefined) => Resolved | Mistaken;
}

/** A configuration file that is wrong, and what is. */
export interface Mistaken {
  readonly error: string;
}

/**
 * @param named the configuration file that the user named: it counts for all files
 * @param folder the current one; paths in messages are relative to it
 * @param preferences what comes before the configuration
 * @throws UsageError when the file that was named, or the one that counts in the current folder, is wrong
 */
export function configurationsFor(named: string | undefined, folder: string, preferences: Preferences = {}): Configurations {
  const always = named === undefined ? undefined : readPlaced(resolvePath(folder, named), named);
  const nearest = nearestIn(folder);
  const here = always ?? nearest(folder);
  if (here && 'error' in here) throw new UsageError(here.error);
  return {
    of: (file) => {
      const placed = always ?? (file === undefined ? here : nearest(dirname(file)));
      return placed && 'error' in placed ? placed : resolve(file && uriOf(file), placed, preferences);
    },
  };
}

type Placed = PlacedConfiguration | Mistaken | undefined;

/** Finds the configuration that counts in a folder; each folder is looked into once. */
function nearestIn(current: string): (folder: string) => Placed {
  const known = new Map<string, Placed>();
  const nearest = (folder: string): Placed => {
    if (known.has(folder)) return known.get(folder);
    const file = join(folder, CONFIGURATION_FILE);
    const own = existsSync(file) ? readPlaced(file, relative(current, file)) : undefined;
    const found = own ?? (dirname(folder) === folder ? undefined : nearest(dirname(folder)));
    known.set(folder, found);
    return found;
  };
  return nearest;
}

function readPlaced(file: string, shown: string): PlacedConfiguration | Mistaken {
  const uri = uriOf(file);
  const source = sourceText(uri, readText(file, shown), 0, 'json');
  const { value, problems } = readConfiguration(source);
  const lines = problems.map(
    ({ span, message }) => `${shown}:${lineIndexOf(source).positionAt(span.start).line + 1}: ${message}`,
  );
  return lines.length > 0 ? { error: lines.join('\n') } : { folder: folderOf(uri) ?? '', configuration: value };
}

function readText(file: string, shown: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`The configuration ${shown} cannot be read: ${reasonOf(error)}.`);
  }
}

function uriOf(file: string): string {
  return pathToFileURL(file).href;
}
