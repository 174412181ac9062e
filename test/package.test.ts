import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { globSync } from 'tinyglobby';
import { expect, test } from 'vitest';
import { buildBundles } from './web/built.ts';

const root = join(import.meta.dirname, '..');

/** All that is shipped in the extension: whoever adds a file makes every download larger. */
const FILES = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'client/icon.png',
  'client/walkthrough/explain.md',
  'client/walkthrough/fix.md',
  'client/walkthrough/map.md',
  'client/walkthrough/problems.md',
  'client/walkthrough/project.md',
  'client/walkthrough/template.yaml',
  'dist/browser/extension.js',
  'dist/browser/server.js',
  'dist/engine.js',
  'dist/extension.js',
  'dist/permissionMap.css',
  'dist/permissionMap.js',
  'dist/server.js',
  'l10n/bundle.l10n.json',
  'package.nls.json',
  'schemas/lambda-iam.schema.json',
  'schemas/policy.schema.json',
  'server/data/SOURCES.md',
  'server/data/cloudformation.txt',
  'server/data/iam-details.txt',
  'server/data/iam-head.txt',
  'server/data/managed-policies.json',
  'server/data/managed-policy-names.txt',
  'server/data/manifest.json',
  'server/data/other-names.txt',
  'server/data/sam-connectors.json',
  'server/data/sam-policy-templates.json',
  'syntaxes/permissions.injection.json',
];

/** What a zip file says of an entry, twice, besides its name. */
const ENTRY_SIZE = 30 + 46;

test('the package has just these files', () => {
  const patterns = readFileSync(join(root, '.vscodeignore'), 'utf8').match(/(?<=^!).+/gm) ?? [];
  const shipped = globSync(patterns, { cwd: root, ignore: ['dist/**'] });
  const built = patterns.filter((pattern) => pattern.startsWith('dist/'));
  expect([...shipped, ...built].sort()).toEqual(FILES);
});

test('the package is smaller than a million bytes', () => {
  const bundles = buildBundles();
  const sizes = [...FILES, 'package.json'].map((file) => {
    const path = file.startsWith('dist/') ? join(bundles, file.slice('dist/'.length)) : join(root, file);
    return ENTRY_SIZE + 2 * file.length + deflateRawSync(readFileSync(path)).length;
  });
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(1_000_000);
});
