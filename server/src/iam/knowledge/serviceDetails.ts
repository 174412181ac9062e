import type { ActionResource, ConditionKeyInfo } from '../knowledge.ts';

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
  readonly conditionKeys: readonly ConditionKeyInfo[];
  readonly resourceTypes: readonly ResourceTypeRow[];
  /** By the action's place in the head, and its name there. */
  readonly action: (place: number, name: string) => ActionDetails | undefined;
}

/** Reads a slice of the text that `server/tools/data/iamFiles.mjs` describes; lines of actions are read when asked for. */
export function parseServiceDetails(slice: string): ServiceDetails {
  const lines = slice.split('\n');
  const conditionKeys = conditionKeysIn(lines);
  const keyNames = conditionKeys.map(({ key }) => key);
  const rows = lines.filter((line) => line.startsWith('r\t'));
  const resourceTypes = rows.map((line) => parseResourceType(line, keyNames));
  const pages = words(fieldOf(lines[0]) ?? '', ' ');
  const owners = words(fieldOf(lines[1]) ?? '', '|');
  const firstAction = 2 + conditionKeys.length + rows.length;
  return {
    conditionKeys,
    resourceTypes,
    action: (place, name) => {
      const line = lines[firstAction + place];
      return line === undefined ? undefined : parseAction(line, name, { keyNames, resourceTypes, owners, pages });
    },
  };
}

/** The `c` lines of a slice. */
export function parseConditionKeys(slice: string): readonly ConditionKeyInfo[] {
  return conditionKeysIn(slice.split('\n'));
}

function conditionKeysIn(lines: readonly string[]): readonly ConditionKeyInfo[] {
  return lines
    .filter((line) => line.startsWith('c\t'))
    .map((line) => {
      const [, key = '', type = '', description = ''] = line.split('\t');
      return { key, type, description };
    });
}

const fieldOf = (line: string | undefined): string | undefined => line?.split('\t')[1];

function parseResourceType(line: string, keyNames: readonly string[]): ResourceTypeRow {
  const [, type = '', arns = '', keys = ''] = line.split('\t');
  return { type, arns: words(arns, ' '), conditionKeys: pick(keys, keyNames) };
}

/** What the numbers in an action's line point into. */
interface Tables {
  readonly keyNames: readonly string[];
  readonly resourceTypes: readonly ResourceTypeRow[];
  readonly owners: readonly string[];
  /** Addresses with `{}` for a name. */
  readonly pages: readonly string[];
}

function parseAction(line: string, name: string, tables: Tables): ActionDetails {
  const [description = '', resources = '', keys = '', dependencies = '', mark, page = '', owners = ''] = line.split('\t');
  return {
    description: description.startsWith('^') ? `Grants permission to ${description.slice(1)}` : description,
    resources: words(resources, ',').map((word) => {
      const required = word.endsWith('*');
      return { type: tables.resourceTypes[Number(required ? word.slice(0, -1) : word)]?.type ?? '', required };
    }),
    conditionKeys: pick(keys, tables.keyNames),
    dependentActions: words(dependencies, ','),
    permissionOnly: mark === 'p',
    page: pageAddress(page, name, tables.pages),
    operationOwners: pick(owners, tables.owners),
  };
}

/** `0` is the first address with the action's name in it, `0=Invoke` the first address with that name. */
function pageAddress(word: string, name: string, pages: readonly string[]): string {
  if (word === '') return '';
  const [place, otherName = name] = word.split('=');
  return pages[Number(place)]?.replace('{}', otherName) ?? '';
}

const words = (list: string, separator: string): readonly string[] => (list === '' ? [] : list.split(separator));

/** The entries of a table at the comma-separated places. */
function pick(places: string, table: readonly string[]): readonly string[] {
  return words(places, ',').map((place) => table[Number(place)] ?? '');
}
