import { configurationIn, folderOf, foldersAbove, type PlacedConfiguration, readConfiguration } from '../configuration/index.ts';
import { sourceText } from '../syntax/index.ts';
import { lineIndexOf } from '../text/lineIndex.ts';
import type { Surroundings } from './context.ts';

/** What the projects of the open documents want, from their configuration files as they were saved. */
export interface Projects {
  /** Done when the files that count for a document are read. */
  readonly prepare: (uri: string) => Promise<void>;
  /** The nearest configuration above a document that has been prepared. */
  readonly of: (uri: string) => PlacedConfiguration | undefined;
  /** To be called when a configuration file has changed, come or gone. */
  readonly forget: () => void;
}

/** What has been read since a file changed last, by folder. */
interface Known {
  readonly own: Map<string, Promise<PlacedConfiguration | undefined>>;
  readonly nearest: Map<string, PlacedConfiguration | undefined>;
}

/** Reads each configuration file once, until one changes. Mistakes are told to the log; what is right beside them counts. */
export function createProjects({ readFile, log }: Pick<Surroundings, 'readFile' | 'log'>): Projects {
  let known = nothingKnown();
  const prepare = async (uri: string): Promise<void> => {
    const folder = folderOf(uri);
    if (!readFile || folder === undefined || known.nearest.has(folder)) return;
    const into = known;
    const found = await nearestTo(uri, (at) => {
      const own = into.own.get(at) ?? readOwn(at, readFile, log);
      into.own.set(at, own);
      return own;
    });
    into.nearest.set(folder, found);
    // A file that changed meanwhile is read again.
    if (into !== known) await prepare(uri);
  };
  return {
    prepare,
    of: (uri) => known.nearest.get(folderOf(uri) ?? ''),
    forget: () => {
      known = nothingKnown();
    },
  };
}

function nothingKnown(): Known {
  return { own: new Map(), nearest: new Map() };
}

async function nearestTo(
  uri: string,
  ownOf: (folder: string) => Promise<PlacedConfiguration | undefined>,
): Promise<PlacedConfiguration | undefined> {
  for (const folder of foldersAbove(uri)) {
    const own = await ownOf(folder);
    if (own) return own;
  }
  return undefined;
}

async function readOwn(
  folder: string,
  readFile: (uri: string) => Promise<string | undefined>,
  log: Surroundings['log'],
): Promise<PlacedConfiguration | undefined> {
  const uri = configurationIn(folder);
  const text = await readFile(uri);
  if (text === undefined) return undefined;
  const source = sourceText(uri, text, 0, 'json');
  const { value, problems } = readConfiguration(source);
  for (const { span, message } of problems) log(`${uri}:${lineIndexOf(source).positionAt(span.start).line + 1}: ${message}`);
  return { folder, configuration: value };
}
