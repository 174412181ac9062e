/** Where the generator's packages are, and how their files are read. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const toolFolder = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);

export const packagePath = (name, ...path) => join(toolFolder, 'node_modules', name, ...path);

export const readText = (...path) => readFileSync(packagePath(...path), 'utf8');

export const readJson = (...path) => JSON.parse(readText(...path));

/** The parsed file, or undefined where the package has no such file. */
export const readJsonIfThere = (...path) => (existsSync(packagePath(...path)) ? readJson(...path) : undefined);

export const loadModule = (name) => require(name);

export const versionOf = (name) => readJson(name, 'package.json').version;

/** Sorts by UTF-16 code units: the same on every machine, whatever its locale. */
export const byCode = (left, right) => (left < right ? -1 : left > right ? 1 : 0);

const asciiOf = new Map([
  ['\u2019', "'"],
  ['\u2018', "'"],
  ['\u201c', '"'],
  ['\u201d', '"'],
  ['\u2013', '-'],
  ['\u2014', '-'],
  ['\u2026', '...'],
  ['\u00a0', ' '],
  ['\u200b', ''],
  ['\u00ae', '(R)'],
  ['\u2122', '(TM)'],
]);

/**
 * One line of printable ASCII. The files are ASCII, so that an offset is the same in bytes and in UTF-16;
 * a character that nobody has mapped yet stops the generator.
 */
export const asciiLine = (text) => {
  const line = text.replace(/[^\x20-\x7e\s]/g, (character) => asciiOf.get(character) ?? character);
  const clean = line.replace(/\s+/g, ' ').trim();
  const foreign = /[^\x20-\x7e]/.exec(clean);
  if (foreign) throw new Error(`No ASCII form known for ${JSON.stringify(foreign[0])} in: ${clean}`);
  return clean;
};
