/** Writes the generated files of `server/data`, and the record of what they were made from. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeCloudFormation } from './cloudFormation.mjs';
import { createDocumentation, readHttpVerbs, readOtherNames, readSdkApis } from './documentation.mjs';
import { writeIamFiles } from './iamFiles.mjs';
import { readGlobalConditionKeys, readRetiredActions, readServices } from './iamSource.mjs';
import { writeManagedPolicyNames } from './managedPolicyNames.mjs';
import { byCode, toolFolder, versionOf } from './readPackages.mjs';
import { handKept, packages, renderSources } from './sources.mjs';

const dataFolder = join(toolFolder, '..', '..', 'data');
const dataDate = '2026-09-26';

const digest = (bytes) => createHash('sha256').update(bytes).digest('hex');

const sum = (items, size) => items.reduce((total, item) => total + size(item), 0);

const iamCounts = (services, globalKeys, apis, otherNames, retired) => ({
  services: services.length,
  actions: sum(services, ({ actions }) => actions.length),
  actionsWithDependencies: sum(
    services,
    ({ actions }) => actions.filter(({ dependentActions }) => dependentActions.length > 0).length,
  ),
  permissionOnlyActions: sum(services, ({ actions }) => actions.filter(({ permissionOnly }) => permissionOnly).length),
  resourceTypes: sum(services, ({ resourceTypes }) => resourceTypes.length),
  conditionKeys: sum(services, ({ conditionKeys }) => conditionKeys.length),
  globalConditionKeys: globalKeys.length,
  sdkApis: apis.length,
  otherServiceNames: otherNames.length,
  retiredActions: retired.length,
});

const makeFiles = async () => {
  const services = readServices();
  const globalKeys = await readGlobalConditionKeys();
  const apis = readSdkApis(services);
  const otherNames = readOtherNames(services, apis);
  const retired = readRetiredActions(services);
  const iam = writeIamFiles({
    date: dataDate,
    services,
    globalKeys,
    documentationOf: createDocumentation(apis),
    otherNames,
    verbs: readHttpVerbs(),
    retired,
  });
  const types = writeCloudFormation();
  const policies = writeManagedPolicyNames();
  return {
    texts: {
      'iam-head.txt': iam.head,
      'iam-details.txt': iam.details,
      'cloudformation.txt': types.text,
      'managed-policy-names.txt': policies.text,
    },
    counts: {
      iam: iamCounts(services, globalKeys, apis, otherNames, retired),
      cloudFormation: types.counts,
      managedPolicyNames: policies.counts,
    },
  };
};

/** How many rows the files that are kept by hand have. */
const handKeptCounts = () => {
  const read = (name) => readFileSync(join(dataFolder, name), 'utf8');
  const rows = read('other-names.txt').split('\n');
  const kind = (name) => rows.filter((row) => row.startsWith(`${name}\t`)).length;
  return {
    operations: kind('operation'),
    misnomers: kind('misnomer'),
    legacyActions: kind('legacy'),
    serviceNames: kind('service'),
    managedPolicyDocuments: JSON.parse(read('managed-policies.json')).policies.length,
    samPolicyTemplates: JSON.parse(read('sam-policy-templates.json')).templates.length,
    samConnectors: JSON.parse(read('sam-connectors.json')).connectors.length,
  };
};

/** Writes all files. The same packages give the same bytes. */
export const generate = async () => {
  const { texts, counts } = await makeFiles();
  mkdirSync(dataFolder, { recursive: true });
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(dataFolder, name), text);
  const record = (name) => {
    const bytes = readFileSync(join(dataFolder, name));
    return { bytes: bytes.length, sha256: digest(bytes) };
  };
  const names = [...Object.keys(texts), ...handKept.map(({ name }) => name)].sort(byCode);
  const manifest = {
    dataDate,
    packages: packages.map(({ folder, ...rest }) => ({ ...rest, version: versionOf(folder) })),
    counts: { ...counts, handKept: handKeptCounts() },
    files: Object.fromEntries(names.map((name) => [name, record(name)])),
  };
  writeFileSync(join(dataFolder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  writeFileSync(join(dataFolder, 'SOURCES.md'), renderSources(manifest));
  console.log(JSON.stringify(counts, null, 2));
};
