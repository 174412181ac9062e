import type { ActionResource, ConditionKeyInfo } from '../knowledge.ts';
import { fullArn, fullDescription } from './shorthand.ts';

/** What the details say about one action; its name and access level are in the head. */
export interface ActionDetails {
  readonly description: string;
  readonly resources: readonly ActionResource[];
  readonly conditionKeys: readonly string[];
  readonly dependentActions: readonly string[];
  readonly permissionOnly: boolean;
  /** The address of its own page, or '' where its documentation is a chapter of a guide. */
  readonly page: string;
  /** The SDK services that have an operation of this name. */
  readonly operationOwners: readonly string[];
}

export interface ResourceTypeRow {
  readonly type: string;
  readonly arns: readonly string[];
  readonly conditionKeys: readonly string[];
}

/** One service's slice of the details. */
export interface ServiceDetails {
  /** Keys of the global table come without type and description. */
  readonly conditionKeys: () => readonly ConditionKeyInfo[];
  readonly resourceTypes: () => readonly ResourceTypeRow[];
  /** By the action's place in the head, and its name there. */
  readonly action: (place: number, name: string) => ActionDetails | undefined;
}

/** Reads a slice of the text that `server/tools/data/iamFiles.mjs` describes. Each line is read when it is asked for. */
export function parseServiceDetails(slice: string, service: string): ServiceDetails {
  const lines = slice.split('\n');
  const keys = section(lines, 2, 'c\t');
  const types = section(lines, keys.end, 'r\t');
  const tables: Tables = {
    page: (place) => words(fieldOf(lines[0]), ' ')[place] ?? '',
    owner: (place) => words(fieldOf(lines[1]), '|')[place] ?? '',
    key: (place) => fieldOf(lines[keys.start + place]),
    type: (place) => fieldOf(lines[types.start + place]),
  };
  return {
    conditionKeys: () => lines.slice(keys.start, keys.end).map(parseConditionKey),
    resourceTypes: () => lines.slice(types.start, types.end).map((line) => parseResourceType(line, service, tables)),
    action: (place, name) => {
      const line = lines[types.end + place];
      return line === undefined ? undefined : parseAction(line, name, tables);
    },
  };
}

/** The lines of a slice that has nothing but condition keys. */
export const parseConditionKeys = (slice: string): readonly ConditionKeyInfo[] =>
  slice
    .split('\n')
    .filter((line) => line.startsWith('c\t'))
    .map(parseConditionKey);

/** What the numbers in a line point into. */
interface Tables {
  /** An address with `{}` for a name. */
  readonly page: (place: number) => string;
  readonly owner: (place: number) => string;
  readonly key: (place: number) => string;
  readonly type: (place: number) => string;
}

/** Where the lines that begin with a mark are: they stand together. */
function section(lines: readonly string[], start: number, mark: string): { readonly start: number; readonly end: number } {
  let end = start;
  while (lines[end]?.startsWith(mark)) end++;
  return { start, end };
}

const fieldOf = (line: string | undefined): string => line?.split('\t')[1] ?? '';

function parseConditionKey(line: string): ConditionKeyInfo {
  const [, key = '', type = '', description = ''] = line.split('\t');
  return { key, type, description };
}

function parseResourceType(line: string, service: string, tables: Tables): ResourceTypeRow {
  const [, type = '', arns = '', keys = ''] = line.split('\t');
  return { type, arns: words(arns, ' ').map((arn) => fullArn(arn, service, type)), conditionKeys: pick(keys, tables.key) };
}

function parseAction(line: string, name: string, tables: Tables): ActionDetails {
  const [description = '', resources = '', keys = '', page = '', owners = '', dependencies = '', mark] = line.split('\t');
  return {
    description: fullDescription(description, name),
    resources: words(resources, ',').map((word) => {
      const required = word.endsWith('*');
      return { type: tables.type(Number(required ? word.slice(0, -1) : word)), required };
    }),
    conditionKeys: pick(keys, tables.key),
    dependentActions: words(dependencies, ','),
    permissionOnly: mark === 'p',
    page: pageAddress(page, name, tables),
    operationOwners: pick(owners, tables.owner),
  };
}

/** `0` is the first address with the action's name in it, `0=Invoke` the first address with that name. */
function pageAddress(word: string, name: string, tables: Tables): string {
  if (word === '') return '';
  const [place, otherName = name] = word.split('=');
  return tables.page(Number(place)).replace('{}', otherName);
}

const words = (list: string, separator: string): readonly string[] => (list === '' ? [] : list.split(separator));

/** What stands at the comma-separated places. */
const pick = (places: string, at: (place: number) => string): readonly string[] =>
  words(places, ',').map((place) => at(Number(place)));
