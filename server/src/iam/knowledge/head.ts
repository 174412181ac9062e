import type { AccessLevel } from '../knowledge.ts';

/** One service's line of the head. */
export interface HeadService {
  readonly prefix: string;
  readonly title: string;
  /** The file name of its page in AWS's Service Authorization Reference, or ''. */
  readonly page: string;
  /** Where its slice of the details begins and ends. */
  readonly start: number;
  readonly end: number;
  readonly names: () => ActionNames;
}

/** The action names of a service, in alphabetical order. */
export interface ActionNames {
  readonly names: readonly string[];
  readonly levels: readonly AccessLevel[];
  /** Lower-case name to its place in `names`. */
  readonly placeOf: ReadonlyMap<string, number>;
}

export interface Head {
  readonly date: string;
  /** Prefix of condition keys to the services that describe them, where these are others than the prefix says. */
  readonly keyOwners: ReadonlyMap<string, readonly string[]>;
  /** What SDKs and endpoints call a service, to its IAM prefix. */
  readonly otherNames: ReadonlyMap<string, string>;
  /** Lower-case operations of a service whose actions are HTTP verbs, to that verb: `createrestapi` to `POST`. */
  readonly verbs: ReadonlyMap<string, string>;
  readonly global: { readonly start: number; readonly end: number };
  /** By lower-case prefix, in alphabetical order. */
  readonly services: ReadonlyMap<string, HeadService>;
}

/**
 * Reads the text that `server/tools/data/iamFiles.mjs` describes: a line per fact, then a line per service.
 * The names in a service's line are read when they are first asked for.
 */
export function parseHead(text: string): Head {
  const services = new Map<string, HeadService>();
  const facts = new Map<string, readonly string[]>();
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(start, end);
    if (facts.has('global')) addService(services, line);
    else addFact(facts, line);
    start = end + 1;
  }
  const [globalStart = '0', globalEnd = '0'] = facts.get('global') ?? [];
  return {
    date: facts.get('date')?.[0] ?? '',
    keyOwners: new Map(pairs(facts.get('keys')).map(([key, owners]) => [key, owners.split(',')])),
    otherNames: new Map(pairs(facts.get('names'))),
    verbs: new Map(pairs(facts.get('verbs')).map(([operation, verb]) => [operation.toLowerCase(), verb])),
    global: { start: Number(globalStart), end: Number(globalEnd) },
    services,
  };
}

function addFact(facts: Map<string, readonly string[]>, line: string): void {
  const [name = '', ...values] = line.split('\t');
  facts.set(name, values);
}

function addService(services: Map<string, HeadService>, line: string): void {
  const [prefix = '', title = '', page = '', start = '0', end = '0', names = ''] = line.split('\t');
  let parsed: ActionNames | undefined;
  const read = (): ActionNames => {
    parsed ??= parseNames(names);
    return parsed;
  };
  services.set(prefix.toLowerCase(), { prefix, title, page, start: Number(start), end: Number(end), names: read });
}

/** `a=b c=d` as pairs. */
function pairs(values: readonly string[] | undefined): readonly (readonly [string, string])[] {
  const [list = ''] = values ?? [];
  return list.split(' ').flatMap((pair) => {
    const at = pair.indexOf('=');
    return at < 0 ? [] : [[pair.slice(0, at), pair.slice(at + 1)] as const];
  });
}

function parseNames(list: string): ActionNames {
  const names: string[] = [];
  const levels: AccessLevel[] = [];
  const placeOf = new Map<string, number>();
  for (const word of list === '' ? [] : list.split(' ')) {
    const name = word.slice(1);
    placeOf.set(name.toLowerCase(), names.length);
    names.push(name);
    levels.push(levelOf(word.charAt(0)));
  }
  return { names, levels, placeOf };
}

function levelOf(letter: string): AccessLevel {
  switch (letter) {
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
