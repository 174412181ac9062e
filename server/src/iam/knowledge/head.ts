import type { AccessLevel } from '../knowledge.ts';
import { once } from './remember.ts';

/** One service's line of the head. All but the prefix is read when it is first asked for. */
export interface HeadService {
  readonly prefix: string;
  readonly about: () => ServiceLine;
  readonly actions: () => ActionNames;
}

export interface ServiceLine {
  readonly title: string;
  /** The file name of its page in AWS's Service Authorization Reference, or ''. */
  readonly page: string;
  /** Where its slice of the details begins and ends. */
  readonly start: number;
  readonly end: number;
  /** The action names in alphabetical order, each led by the letter of its access level. */
  readonly words: readonly string[];
}

/** The actions of a service; each has a place, the same as in the details. */
export interface ActionNames {
  readonly names: readonly string[];
  /** The same in lower case. */
  readonly lowerNames: readonly string[];
  readonly placeOf: ReadonlyMap<string, number>;
}

export interface Head {
  readonly date: string;
  /** Prefix of condition keys to the services that describe them, where these are others than the prefix says. */
  readonly keyOwners: () => ReadonlyMap<string, readonly string[]>;
  /** What SDKs and endpoints call a service, to its IAM prefix. */
  readonly otherNames: () => ReadonlyMap<string, string>;
  /** Lower-case operations of a service whose actions are HTTP verbs, to those verbs: `createrestapi` to `POST`. */
  readonly verbs: () => ReadonlyMap<string, readonly string[]>;
  /** Lower-case actions that only an older reference lists. */
  readonly retired: () => ReadonlySet<string>;
  /** Where the global condition keys begin and end in the details. */
  readonly global: { readonly start: number; readonly end: number };
  /** By lower-case prefix, in alphabetical order. */
  readonly services: ReadonlyMap<string, HeadService>;
}

/** Reads the text that `server/tools/data/iamFiles.mjs` describes: six lines of facts, then a line per service. */
export function parseHead(text: string): Head {
  const [date, keys, names, verbs, retired, global, ...serviceLines] = text.trimEnd().split('\n');
  const services = new Map<string, HeadService>();
  for (const line of serviceLines) addService(services, line);
  const [, start = '0', end = '0'] = fieldsOf(global);
  return {
    date: fieldsOf(date)[1] ?? '',
    keyOwners: once(() => new Map(pairsOf(keys).map(([key, owners]) => [key, owners.split(',')]))),
    otherNames: once(() => new Map(pairsOf(names))),
    verbs: once(() => new Map(pairsOf(verbs).map(([operation, verbList]) => [operation.toLowerCase(), verbList.split(',')]))),
    retired: once(() => new Set((fieldsOf(retired)[1] ?? '').toLowerCase().split(' '))),
    global: { start: Number(start), end: Number(end) },
    services,
  };
}

/** The access level that a letter of the head stands for. */
export function levelOf(word: string): AccessLevel {
  switch (word.charAt(0)) {
    case 'L':
      return 'List';
    case 'R':
      return 'Read';
    case 'T':
      return 'Tagging';
    case 'P':
      return 'Permissions management';
    default:
      return 'Write';
  }
}

const fieldsOf = (line: string | undefined): readonly string[] => line?.split('\t') ?? [];

/** The pairs of a line `name TAB a=b c=d`. */
function pairsOf(line: string | undefined): readonly (readonly [string, string])[] {
  const list = fieldsOf(line)[1] ?? '';
  return list.split(' ').flatMap((pair) => {
    const at = pair.indexOf('=');
    return at < 0 ? [] : [[pair.slice(0, at), pair.slice(at + 1)] as const];
  });
}

function addService(services: Map<string, HeadService>, line: string): void {
  const tab = line.indexOf('\t');
  if (tab < 0) return;
  const prefix = line.slice(0, tab);
  const about = once(() => parseServiceLine(line));
  services.set(prefix.toLowerCase(), { prefix, about, actions: once(() => nameTable(about().words)) });
}

function parseServiceLine(line: string): ServiceLine {
  const [, title = '', page = '', start = '0', end = '0', names = ''] = line.split('\t');
  return { title, page, start: Number(start), end: Number(end), words: names === '' ? [] : names.split(' ') };
}

function nameTable(words: readonly string[]): ActionNames {
  const names = words.map((word) => word.slice(1));
  const lowerNames = names.map((name) => name.toLowerCase());
  return { names, lowerNames, placeOf: new Map(lowerNames.map((name, place) => [name, place])) };
}
