import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createCloudFormationKnowledge } from '../server/src/cloudformation/knowledgeText.ts';
import { createSamConnectors, createSamPolicyTemplates } from '../server/src/iam/knowledge/index.ts';
import { readData, shippedKnowledge } from './iam/knowledgeData.ts';

interface Manifest {
  readonly dataDate: string;
  readonly packages: readonly { readonly name: string; readonly version: string; readonly licence: string }[];
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly files: Readonly<Record<string, { readonly bytes: number; readonly sha256: string }>>;
}

const folder = new URL('../server/data/', import.meta.url);
const manifest: Manifest = JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8'));
const iam = shippedKnowledge();
const cloudFormation = createCloudFormationKnowledge(readData('cloudformation.txt'));

test('every data file is the one that the manifest records', () => {
  const actual = Object.fromEntries(
    readdirSync(folder)
      .filter((name) => !/^\.|^manifest\.json$|^SOURCES\.md$/.test(name))
      .map((name) => [name, readFileSync(new URL(name, folder))] as const)
      .map(([name, bytes]) => [name, { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }]),
  );
  expect(actual).toEqual(manifest.files);
});

test('every data file is plain ASCII, so that offsets mean the same in bytes and in UTF-16', () => {
  const foreign = Object.keys(manifest.files).filter((name) => /[^\x20-\x7e\n\t]/.test(readData(name)));
  expect(foreign).toEqual([]);
});

test('the loaded data has as many entries as the manifest records', () => {
  const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0);
  const prefixes = iam.services().map(({ prefix }) => prefix);
  const actions = iam.actionsMatching('*').map((id) => iam.action(id));
  const loaded = {
    date: iam.date,
    services: prefixes.length,
    actions: iam.actionsMatching('*:*').length,
    actionsWithDependencies: actions.filter((action) => (action?.dependentActions.length ?? 0) > 0).length,
    permissionOnlyActions: actions.filter((action) => action?.permissionOnly).length,
    resourceTypesWithArn: sum(prefixes.map((prefix) => iam.resourceTypes(prefix).filter(({ arns }) => arns.length > 0).length)),
    globalConditionKeys: iam.globalConditionKeys().length,
    types: cloudFormation.resourceTypes().length,
    managedPolicies: readData('managed-policy-names.txt').trim().split('\n').length,
    samPolicyTemplates: createSamPolicyTemplates(readData('sam-policy-templates.json')).names().length,
    samConnectors: createSamConnectors(readData('sam-connectors.json')).all().length,
  };
  expect(loaded).toEqual({
    date: '2026-09-26',
    services: 456,
    actions: 22_091,
    actionsWithDependencies: 1_584,
    permissionOnlyActions: 1_288,
    resourceTypesWithArn: 2_334,
    globalConditionKeys: 59,
    types: 1_828,
    managedPolicies: 1_584,
    samPolicyTemplates: 81,
    samConnectors: 31,
  });
  expect(manifest.counts['iam']).toMatchObject({ services: 456, actions: 22_091, resourceTypes: 2_334, conditionKeys: 2_578 });
  expect(manifest.counts['cloudFormation']).toMatchObject({ types: 1_828, attributes: 5_441, arnPatterns: 1_002 });
});

test('every action has a description, a level, known resource types and an address', () => {
  const faulty = iam.actionsMatching('*').filter((id) => {
    const action = iam.action(id);
    return (
      action?.id !== id ||
      action.description === '' ||
      action.resources.some(({ type }) => iam.resourceType(action.service, type) === undefined) ||
      action.conditionKeys.includes('') ||
      !action.docsUrl.startsWith('https://')
    );
  });
  expect(faulty).toEqual([]);
});

test('every CloudFormation type has attributes and properties without holes', () => {
  const faulty = cloudFormation.resourceTypes().filter((type) => {
    const spec = cloudFormation.resourceType(type);
    return spec?.type !== type || [...spec.attributes, ...spec.properties, ...spec.primaryIdentifier].includes('');
  });
  expect(faulty).toEqual([]);
});

test('the packages of the data are named with version and licence, and the data tools name no registry', () => {
  expect(manifest.packages.filter(({ version, licence }) => version === '' || licence === '')).toEqual([]);
  const lock = readFileSync(new URL('../server/tools/data/package-lock.json', import.meta.url), 'utf8');
  expect(lock).not.toContain('"resolved"');
});
