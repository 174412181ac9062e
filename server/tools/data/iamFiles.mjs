/**
 * Writes the IAM reference as two texts: a *head* that is read whole, and *details* of which one service's slice is read
 * at a time. Both are lines of ASCII with tab-separated fields. `server/src/iam/knowledge/` reads them.
 *
 * Head: `date TAB 2026-09-26`, `keys TAB prefix=service,service …`, `names TAB name=prefix …`,
 * `http TAB Operation=METHOD,METHOD …`, `retired TAB service:Action …`, `verbs TAB aRGet …`, `global TAB start TAB end`, then one line
 * per service: `prefix TAB title TAB reference page TAB start TAB end TAB number of actions TAB names` (see `actionNames.mjs`).
 *
 * Details, per service: `d` documentation patterns, `o` SDK services, `c` condition keys, `r` resource types, and then one line
 * per action in alphabetical order:
 * `description TAB resources TAB condition keys TAB page TAB SDK services TAB dependent actions TAB p` (see `shorthand.mjs`).
 * Numbers in a list point into the service's own `d`, `o`, `c` and `r` lines; `*` marks a required resource, `p` permission-only.
 */
import { listNames, verbTable } from './actionNames.mjs';
import { byCode } from './readPackages.mjs';
import { shortArn, shortDescription } from './shorthand.mjs';

const fields = (...values) => values.join('\t').replace(/\t+$/, '');

/** Keys of the service's own table, followed by keys that its actions use but its table lacks. */
const keyTable = (service) => {
  const used = [...service.actions, ...service.resourceTypes].flatMap((each) => each.conditionKeys);
  const own = new Set(service.conditionKeys.map(({ key }) => key));
  const missing = [...new Set(used)].filter((key) => !own.has(key)).sort(byCode);
  return [...service.conditionKeys, ...missing.map((key) => ({ key, type: '', description: '' }))];
};

const typeTable = (service) => {
  const own = new Set(service.resourceTypes.map(({ type }) => type));
  const used = service.actions.flatMap((action) => action.resources.map(({ type }) => type));
  const missing = [...new Set(used)].filter((type) => !own.has(type)).sort(byCode);
  return [...service.resourceTypes, ...missing.map((type) => ({ type, arns: [], conditionKeys: [] }))];
};

const numbers = (items, table) => items.map((item) => table.indexOf(item)).join(',');

const actionLine = (action, keys, types, documentation) => {
  const resources = action.resources.map(({ type, required }) => `${types.indexOf(type)}${required ? '*' : ''}`).join(',');
  return fields(
    shortDescription(action.description, action.name),
    resources,
    numbers(action.conditionKeys, keys),
    documentation.pageWord(action.name),
    documentation.operationOwners(action.name).join(','),
    action.dependentActions.join(','),
    action.permissionOnly ? 'p' : '',
  );
};

/** A key of the global table needs no type or words of its own. */
const keyLine = ({ key, type, description }, globalKeys) =>
  globalKeys.has(key) ? fields('c', key) : fields('c', key, type, description);

const typeLine = ({ type, arns, conditionKeys }, prefix, keyNames) =>
  fields('r', type, arns.map((arn) => shortArn(arn, prefix, type)).join(' '), numbers(conditionKeys, keyNames));

const detailsOf = (service, documentation, globalKeys) => {
  const keys = keyTable(service);
  const types = typeTable(service);
  const keyNames = keys.map(({ key }) => key);
  const typeNames = types.map(({ type }) => type);
  return [
    fields('d', documentation.patterns.join(' ')),
    fields('o', documentation.owners.join('|')),
    ...keys.map((key) => keyLine(key, globalKeys)),
    ...types.map((type) => typeLine(type, service.prefix, keyNames)),
    ...service.actions.map((action) => actionLine(action, keyNames, typeNames, documentation)),
  ].join('\n');
};

const prefixOf = (key) => key.slice(0, key.indexOf(':')).toLowerCase();

/** Which services describe the condition keys of a prefix that is not their own. */
const borrowedPrefixes = (services) => {
  const borrowed = new Map();
  for (const service of services) {
    for (const { key } of service.conditionKeys) {
      const prefix = prefixOf(key);
      if (prefix === service.prefix || prefix === 'aws') continue;
      borrowed.set(prefix, (borrowed.get(prefix) ?? new Set()).add(service.prefix));
    }
  }
  return [...borrowed]
    .sort(([a], [b]) => byCode(a, b))
    .map(([prefix, owners]) => `${prefix}=${[...owners].sort(byCode).join(',')}`);
};

/**
 * @param date the day of the data
 * @param services what `readServices` returns
 * @param globalKeys what `readGlobalConditionKeys` returns
 * @param documentationOf per service: its reference page, the pattern of its API pages, and the SDK services with its operations
 * @param verbs pairs of an operation of API Gateway, and its HTTP method, which is its action
 * @param retired actions that only an older reference lists
 * @param otherNames pairs of a name that SDKs use for a service, and the service's IAM prefix
 */
export const writeIamFiles = ({ date, services, globalKeys, documentationOf, otherNames, verbs, retired }) => {
  const table = verbTable(services);
  const known = new Set(globalKeys.map(({ key }) => key));
  let details = `${globalKeys.map((key) => fields('c', key.key, key.type, key.description)).join('\n')}\n`;
  const lines = [
    fields('date', date),
    fields('keys', borrowedPrefixes(services).join(' ')),
    fields('names', otherNames.map(([name, prefix]) => `${name}=${prefix}`).join(' ')),
    fields('http', verbs.map(([operation, verb]) => `${operation}=${verb}`).join(' ')),
    fields('retired', retired.join(' ')),
    fields('verbs', table.map(({ letter, verb }) => letter + verb).join(' ')),
    fields('global', 0, details.length - 1),
  ];
  for (const service of services) {
    const documentation = documentationOf(service);
    const start = details.length;
    details += `${detailsOf(service, documentation, known)}\n`;
    const { prefix, title, actions } = service;
    lines.push(fields(prefix, title, documentation.page, start, details.length - 1, actions.length, listNames(actions, table)));
  }
  return { head: `${lines.join('\n')}\n`, details };
};
