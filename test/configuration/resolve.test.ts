import { expect, test } from 'vitest';
import {
  foldersAbove,
  type PlacedConfiguration,
  pathBelow,
  readConfiguration,
  resolve,
} from '../../server/src/configuration/index.ts';
import { sourceText } from '../../server/src/syntax/index.ts';

const project = (content: object): PlacedConfiguration => ({
  folder: 'file:///work',
  configuration: readConfiguration(sourceText('file:///work/.lambda-iam.json', JSON.stringify(content), 1, 'json')).value,
});

test('without anything said, every rule is as it is', () => {
  expect(resolve('file:///work/a.yaml')).toEqual({ ignored: false, profile: 'recommended', rules: {} });
  expect(resolve(undefined, project({ ignore: ['*'] }))).toEqual({ ignored: false, profile: 'recommended', rules: {} });
});

test('the user comes before the project, what holds for some files before what holds for all, the later before the earlier', () => {
  const said = project({
    profile: 'security',
    rules: { 'full-access': 'off', 'unknown-action': 'off', 'unknown-service': 'off', 'old-version': 'off' },
    overrides: [
      { files: ['test/**'], rules: { 'unknown-action': 'hint', 'unknown-service': 'hint' } },
      { files: ['/test/special.yaml'], profile: 'strict', rules: { 'unknown-service': 'warning' } },
    ],
  });
  const user = { rules: { 'old-version': 'error' } } as const;
  expect(resolve('file:///work/test/special.yaml', said, user)).toEqual({
    ignored: false,
    profile: 'strict',
    rules: { 'full-access': 'off', 'unknown-action': 'hint', 'unknown-service': 'warning', 'old-version': 'error' },
  });
  expect(resolve('file:///work/other/special.yaml', said, { profile: 'recommended' })).toEqual({
    ignored: false,
    profile: 'recommended',
    rules: { 'full-access': 'off', 'unknown-action': 'off', 'unknown-service': 'off', 'old-version': 'off' },
  });
});

test.each([
  ['file:///work/old/a.yaml', true],
  ['file:///work/x/old/a.yaml', true],
  ['file:///work/old/keep.yaml', true],
  ['file:///work/with%20blank.yaml', true],
  ['file:///work/b.yaml', false],
  ['file:///workshop/old/a.yaml', false],
])('%s is ignored: %s', (uri, ignored) => {
  expect(resolve(uri, project({ ignore: ['old/', 'with blank.yaml'] })).ignored).toBe(ignored);
});

test('the folders above a document, the nearest first', () => {
  expect(foldersAbove('file:///c%3A/work/a.yaml')).toEqual(['file:///c%3A/work', 'file:///c%3A', 'file://']);
  expect(foldersAbove('vscode-remote://host/a.yaml')).toEqual(['vscode-remote://host']);
  expect(foldersAbove('untitled:Untitled-1')).toEqual([]);
  expect(pathBelow('file:///c%3A/work', 'file:///c%3A/work/x/b%C3%A4.yaml')).toBe('x/bä.yaml');
  expect(pathBelow('file:///work', 'file:///work/%zz')).toBe('%zz');
});
