import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { RULES } from '../server/src/rules/index.ts';
import { generateSchema } from '../server/tools/schema.mjs';
import { declaredSettings, manifest } from './harness/manifest.ts';

const root = join(import.meta.dirname, '..');
const client = readdirSync(join(root, 'client', 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join(root, 'client', 'src', file), 'utf8'))
  .join('\n');
const { contributes } = manifest;
const schemaText = readFileSync(join(root, 'schemas', 'lambda-iam.schema.json'), 'utf8');

/** What needs no template at hand. */
const ALWAYS_OFFERED = ['openSample', 'restartServer', 'showDataDate', 'showOutput', 'showRulePage'].map(
  (name) => `lambdaIam.${name}`,
);

/** The quoted words behind a name in the client's source, which needs an editor to be imported. */
function wordsOf(pattern: RegExp): readonly string[] {
  return Array.from(client.match(pattern)?.[0].matchAll(/'([^']+)'/g) ?? [], ([, word]) => word ?? '');
}

test('the extension starts for the languages that the client serves, and for a permission map that was left open', () => {
  const languages = wordsOf(/export const languages = \[[^\]]+\]/);
  expect(languages.length).toBeGreaterThan(0);
  const events = languages.map((language) => `onLanguage:${language}`);
  expect(manifest.activationEvents).toEqual([...events, 'onWebviewPanel:lambdaIam.permissionMap']);
});

test('the commands are those that the client registers, under one category', () => {
  const registered = Array.from(client.matchAll(/registerCommand\('([^']+)'/g), ([, command]) => command);
  expect(contributes.commands.map(({ command }) => command).sort()).toEqual(registered.sort());
  expect(contributes.commands.filter(({ command }) => !command.startsWith('lambdaIam.'))).toEqual([]);
  expect(new Set(contributes.commands.map(({ category }) => category))).toEqual(new Set(['Lambda IAM']));
});

test('settings have our prefix, a type, a default and a description', () => {
  for (const [name, definition] of Object.entries(declaredSettings)) {
    expect(name).toMatch(/^lambdaIam\./);
    expect(definition, name).toMatchObject({ type: expect.any(String), markdownDescription: expect.stringMatching(/\.$/) });
    expect(definition, name).toHaveProperty('default');
  }
});

test('settings stand in titled sections, each in its place; folders may differ in all but the trace', () => {
  const places = contributes.configuration.map(({ title, order, properties }) => [
    title,
    order,
    ...Object.values(properties).map((definition) => definition['order']),
  ]);
  expect(places).toEqual([
    ['Checks', 1, 1, 2, 3, 4],
    ['Shown in the Text', 2, 1, 2],
    ['Log', 3, 1],
  ]);
  const ofWindow = Object.entries(declaredSettings).filter(([, { scope }]) => scope !== 'resource');
  expect(ofWindow.map(([name]) => name)).toEqual(['lambdaIam.trace.server']);
});

test('the palette only offers what can be done', () => {
  const offered = new Map(contributes.menus['commandPalette']?.map(({ command, when }) => [command, when]));
  const always = contributes.commands.map(({ command }) => command).filter((command) => !offered.has(command));
  expect(always).toEqual(expect.arrayContaining(ALWAYS_OFFERED));
  expect([...offered.keys()].filter((command) => ALWAYS_OFFERED.includes(command))).toEqual([]);
});

test('the walkthrough calls commands that there are, and its pages are there', () => {
  const known = [...contributes.commands.map(({ command }) => command), 'workbench.action.openSettings'];
  for (const { description, media, completionEvents } of contributes.walkthroughs.flatMap(({ steps }) => steps)) {
    const called = Array.from(
      `${description} ${completionEvents.join(' ')}`.matchAll(/(?:command|onCommand):([\w.]+)/g),
      ([, name]) => name,
    );
    expect(called.filter((name) => !known.includes(name ?? ''))).toEqual([]);
    expect(called.length).toBeGreaterThan(0);
    expect(existsSync(join(root, media.markdown)), media.markdown).toBe(true);
  }
});

test('the files that are not built are there', () => {
  const scripts = Object.values(manifest.scripts).flatMap((script) => script.match(/\S+\.mjs/g) ?? []);
  const files = [manifest.icon, ...contributes.jsonValidation.map(({ url }) => url), ...scripts];
  expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  expect(manifest.bin).toEqual({ 'lambda-iam': './dist/cli.js' });
});

test('the schema holds for .lambda-iam.json and says what the table of rules says; else run npm run docs', () => {
  expect(contributes.jsonValidation[0]).toEqual({ fileMatch: '**/.lambda-iam.json', url: './schemas/lambda-iam.schema.json' });
  expect(schemaText).toBe(generateSchema());
});

test('the schema of policies holds for files that call themselves policies', () => {
  const fileMatch = ['**/*.policy.json', '**/*-policy.json', '**/*_policy.json'];
  expect(contributes.jsonValidation.slice(1)).toEqual([{ fileMatch, url: './schemas/policy.schema.json' }]);
});

test('the schema knows the ids of all rules', () => {
  const { properties, definitions } = JSON.parse(schemaText);
  expect(Object.keys(properties)).toEqual(['$schema', 'profile', 'rules', 'ignore', 'overrides']);
  expect(Object.keys(definitions.rules.properties)).toEqual(RULES.map(({ id }) => id));
});
