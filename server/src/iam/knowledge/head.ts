import { once } from '../../incremental/once.ts';
import { type ActionNames, readActionNames, readVerbs } from './actionNames.ts';

/** One service's line of the head. All but the prefix is read when it is first asked for. */
export interface HeadService {
  readonly prefix: string;
  readonly about: () => ServiceLine;
  readonly actions: () => ActionNames;
  /** What finds an action by its name. */
  readonly index: () => ActionIndex;
}

export interface ServiceLine {
  readonly title: string;
  /** The file name of its page in AWS's Service Authorization Reference, or ''. */
  readonly page: string;
  /** Where its slice of the details begins and ends. */
  readonly start: number;
  readonly end: number;
  readonly actionCount: number;
  /** What `readActionNames` reads. */
  readonly actions: string;
}

export interface ActionIndex {
  /** The names in lower case, by place. */
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
  readonly httpVerbs: () => ReadonlyMap<string, readonly string[]>;
  /** Lower-case actions that only an older reference lists. */
  readonly retired: () => ReadonlySet<string>;
  /** Where the global condition keys begin and end in the details. */
  readonly global: { readonly start: number; readonly end: number };
  /** By lower-case prefix, in alphabetical order. */
  readonly services: ReadonlyMap<string, HeadService>;
}

/** Reads the text that `server/tools/data/iamFiles.mjs` describes: seven lines of facts, then a line per service. */
export function parseHead(text: string): Head {
  const [date, keys, names, httpVerbs, retired, verbList, global, ...serviceLines] = text.trimEnd().split('\n');
  const services = new Map<string, HeadService>();
  const verbs = once(() => readVerbs(fieldsOf(verbList)[1] ?? ''));
  const namesIn = (list: string): ActionNames => readActionNames(list, verbs());
  for (const line of serviceLines) addService(services, line, namesIn);
  const [, start = '0', end = '0'] = fieldsOf(global);
  return {
    date: fieldsOf(date)[1] ?? '',
    keyOwners: once(() => new Map(pairsOf(keys).map(([key, owners]) => [key, owners.split(',')]))),
    otherNames: once(() => new Map(pairsOf(names))),
    httpVerbs: once(() => new Map(pairsOf(httpVerbs).map(([operation, list]) => [operation.toLowerCase(), list.split(',')]))),
    retired: once(() => new Set((fieldsOf(retired)[1] ?? '').toLowerCase().split(' '))),
    global: { start: Number(start), end: Number(end) },
    services,
  };
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

function addService(services: Map<string, HeadService>, line: string, namesIn: (list: string) => ActionNames): void {
  const tab = line.indexOf('\t');
  if (tab < 0) return;
  const prefix = line.slice(0, tab);
  const about = once(() => parseServiceLine(line));
  const actions = once(() => namesIn(about().actions));
  services.set(prefix.toLowerCase(), { prefix, about, actions, index: once(() => indexOf(actions())) });
}

function parseServiceLine(line: string): ServiceLine {
  const [, title = '', page = '', start = '0', end = '0', actionCount = '0', actions = ''] = line.split('\t');
  return { title, page, start: Number(start), end: Number(end), actionCount: Number(actionCount), actions };
}

function indexOf({ names }: ActionNames): ActionIndex {
  const lowerNames = names.map((name) => name.toLowerCase());
  return { lowerNames, placeOf: new Map(lowerNames.map((name, place) => [name, place])) };
}
