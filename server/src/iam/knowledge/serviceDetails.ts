import type { ActionResource, ConditionKeyInfo } from '../knowledge.ts';

/** What the details say about one action; its name and access level are in the head. */
export interface ActionDetails {
  readonly description: string;
  readonly resources: readonly ActionResource[];
  readonly conditionKeys: readonly string[];
  readonly dependentActions: readonly string[];
  readonly permissionOnly: boolean;
  /** Whether `documentation` holds for it. */
  readonly hasOwnPage: boolean;
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
  /** The address of an action's own page with `{}` for its name, or ''. */
  readonly documentation: string;
  /** Keys of the global table come without type and description. */
  readonly conditionKeys: readonly ConditionKeyInfo[];
  readonly resourceTypes: readonly ResourceTypeRow[];
  /** By the action's place in the head. */
  readonly action: (place: number) => ActionDetails | undefined;
}

/** Reads a slice of the text that `server/tools/data/iamFiles.mjs` describes; lines of actions are read when asked for. */
export function parseServiceDetails(slice: string): ServiceDetails {
  const lines = slice.split('\n');
  const conditionKeys = parseConditionKeys(slice);
  const keyNames = conditionKeys.map(({ key }) => key);
  const rows = lines.filter((line) => line.startsWith('r\t'));
  const resourceTypes = rows.map((line) => parseResourceType(line, keyNames));
  const owners = fieldOf(lines[1])?.split('|') ?? [];
  const firstAction = 2 + conditionKeys.length + rows.length;
  return {
    documentation: fieldOf(lines[0]) ?? '',
    conditionKeys,
    resourceTypes,
    action: (place) => {
      const line = lines[firstAction + place];
      return line === undefined ? undefined : parseAction(line, keyNames, resourceTypes, owners);
    },
  };
}

/** The `c` lines of a slice. */
export function parseConditionKeys(slice: string): readonly ConditionKeyInfo[] {
  return slice
    .split('\n')
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

function parseAction(
  line: string,
  keyNames: readonly string[],
  types: readonly ResourceTypeRow[],
  owners: readonly string[],
): ActionDetails {
  const [description = '', resources = '', keys = '', dependencies = '', flags = '', ownerPlaces = ''] = line.split('\t');
  return {
    description: description.startsWith('^') ? `Grants permission to ${description.slice(1)}` : description,
    resources: words(resources, ',').map((word) => {
      const required = word.endsWith('*');
      return { type: types[Number(required ? word.slice(0, -1) : word)]?.type ?? '', required };
    }),
    conditionKeys: pick(keys, keyNames),
    dependentActions: words(dependencies, ','),
    permissionOnly: flags.includes('p'),
    hasOwnPage: flags.includes('d'),
    operationOwners: pick(ownerPlaces, owners),
  };
}

const words = (list: string, separator: string): readonly string[] => (list === '' ? [] : list.split(separator));

/** The entries of a table at the comma-separated places. */
function pick(places: string, table: readonly string[]): readonly string[] {
  return words(places, ',').map((place) => table[Number(place)] ?? '');
}
