import { expect, test } from 'vitest';
import { codeOf, findCycle, type Import, importsOf, readSources } from './harness/sources.ts';

/** The folders of `server/src`, lowest first. Those of one floor do not know each other. */
const FLOORS = [
  ['incremental', 'text'],
  ['syntax'],
  ['symbolic'],
  ['cloudformation', 'iam'],
  ['policies'],
  ['lambda'],
  ['analysis'],
  ['rules'],
  ['features', 'configuration'],
  ['files'],
  ['lsp', 'cli'],
  ['programs'],
];

/** The floors that know neither Node nor the editor. */
const ENGINE = FLOORS.slice(0, 9).flat();

/** The packages that a folder of the engine may use. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  syntax: ['yaml', 'jsonc-parser'],
  iam: ['fastest-levenshtein'],
  text: ['fastest-levenshtein'],
};

const sources = readSources();
const imports = sources.flatMap(importsOf);
const inside = imports.filter(({ isPackage }) => !isPackage);

/** The files directly in `server/src` are the programs, which put everything together. */
const folderOf = (path: string): string => (path.includes('/') ? (path.split('/')[0] ?? '') : 'programs');
const floorOf = (path: string): number => FLOORS.findIndex((floor) => floor.includes(folderOf(path)));
const written = ({ from, to }: Import): string => `${from} -> ${to}`;

test('the sources are all there, each on a floor', () => {
  expect(sources.length).toBeGreaterThan(100);
  expect(sources.map(({ path }) => path).filter((path) => floorOf(path) < 0)).toEqual([]);
  expect(inside.filter(({ to }) => !sources.some(({ path }) => path === to)).map(written)).toEqual([]);
});

test('imports go down', () => {
  const isUpOrAcross = ({ from, to }: Import): boolean => folderOf(from) !== folderOf(to) && floorOf(from) <= floorOf(to);
  expect(inside.filter(isUpOrAcross).map(written)).toEqual([]);
});

test('no import leads back to where it came from, types included', () => {
  expect(findCycle(inside)).toBeUndefined();
  expect(
    findCycle([
      { from: 'a', to: 'b', isPackage: false },
      { from: 'b', to: 'a', isPackage: false },
    ]),
  ).toEqual(['a', 'b', 'a']);
});

test('the engine uses no packages but those that read YAML and JSON and find similar names', () => {
  const isForeign = ({ from, to, isPackage }: Import): boolean =>
    isPackage && ENGINE.includes(folderOf(from)) && !(PACKAGES[folderOf(from)] ?? []).includes(to);
  expect(imports.filter(isForeign).map(written)).toEqual([]);
});

test('files are short', () => {
  const lengths = sources.map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }));
  expect(lengths.filter(({ lines }) => lines > 350)).toEqual([]);
});

test('types are not cast, and the checks are not switched off', () => {
  const casts = sources.flatMap((source) => {
    const code = codeOf(source).replace(/^(?:import|export)\b[^;]*? from ''|\bas const\b/gm, '');
    return (code.match(/[^\n]*\bas [A-Za-z{(['][^\n]*|[^\n]*\): any\b[^\n]*/g) ?? []).map(
      (line) => `${source.path}: ${line.trim()}`,
    );
  });
  expect(casts).toEqual([]);
  expect(
    sources.filter(({ text }) => /biome-ignore|@ts-(?:ignore|expect-error|nocheck)/.test(text)).map(({ path }) => path),
  ).toEqual([]);
});

test('what may change from version to version is only remembered in facts, which note what they ask', () => {
  const beside = sources.flatMap((source) =>
    Array.from(
      codeOf(source).matchAll(
        /(?:new WeakMap<|onceFor\(\([^)]*: )(?:Template|Resource|PolicySite|InvokePermission|Trigger|LambdaFunction)\b/g,
      ),
      ({ 0: found }) => {
        return `${source.path}: ${found}`;
      },
    ),
  );
  expect(beside).toEqual([]);
});
