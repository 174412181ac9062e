import { existsSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import { RULES, type Severity } from '../rules/index.ts';
import { isExcluded, parseIgnorePatterns } from './files/gitignore.ts';
import { reasonOf } from './files/reading.ts';
import { didYouMean } from './nearest.ts';
import { SEVERITIES } from './options.ts';
import { UsageError } from './usageError.ts';

/** What a project's configuration file says. */
export interface Configuration {
  /** Severities that differ from the rules' own. */
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  /** Whether the project wants a file left out. */
  readonly ignores: (file: string) => boolean;
}

/** The name of the file that is read without being named. */
const USUAL_NAME = '.lambda-iam.json';

const NOTHING: Configuration = { severities: {}, ignores: () => false };

/**
 * Reads the configuration file: JSON with comments, `{ "rules": { "rule-id": "severity or off" }, "ignore": ["pattern"] }`, where
 * patterns are as in a `.gitignore` and relative to the file.
 *
 * @param named the file that the user named; otherwise the usual one in the folder, if it is there
 * @throws UsageError when it cannot be read or says something that is not known
 */
export function readConfiguration(named: string | undefined, folder: string): Configuration {
  const file = resolve(folder, named ?? USUAL_NAME);
  if (named === undefined && !existsSync(file)) return NOTHING;
  const shown = named ?? USUAL_NAME;
  const { $schema: _schema, rules = {}, ignore = [], ...others } = parseObject(readFile(file, shown), shown);
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) {
    throw new UsageError(`${shown}: unknown key "${unknown}".${didYouMean(unknown, ['rules', 'ignore'])}`);
  }
  return { severities: severitiesFrom(rules, shown), ignores: ignoringFrom(ignore, dirname(file), shown) };
}

function readFile(file: string, shown: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`The configuration ${shown} cannot be read: ${reasonOf(error)}.`);
  }
}

function parseObject(text: string, shown: string): Record<string, unknown> {
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { allowTrailingComma: true });
  const [first] = errors;
  if (first) {
    const line = text.slice(0, first.offset).split('\n').length;
    throw new UsageError(`${shown}:${line}: this is no JSON (${printParseErrorCode(first.error)}).`);
  }
  if (!isObject(value)) throw new UsageError(`${shown}: expected an object such as { "rules": {}, "ignore": [] }.`);
  return value;
}

function severitiesFrom(rules: unknown, shown: string): Record<string, Severity | 'off'> {
  if (!isObject(rules)) throw new UsageError(`${shown}: "rules" is an object with the ids of rules as keys.`);
  const ids = RULES.map(({ id }) => id);
  return Object.fromEntries(
    Object.entries(rules).map(([id, level]) => {
      if (!ids.includes(id)) throw new UsageError(`${shown}: there is no rule "${id}".${didYouMean(id, ids)}`);
      if (!isLevel(level)) throw new UsageError(`${shown}: "${id}" is set to one of ${SEVERITIES.join(', ')}, off.`);
      return [id, level];
    }),
  );
}

function ignoringFrom(ignore: unknown, folder: string, shown: string): Configuration['ignores'] {
  if (!Array.isArray(ignore) || !ignore.every((each) => typeof each === 'string')) {
    throw new UsageError(`${shown}: "ignore" is a list of patterns.`);
  }
  const patterns = parseIgnorePatterns(ignore.join('\n'));
  return (file) => {
    const path = relative(folder, file).split(sep);
    if (path[0] === '..') return false;
    return path.some((_, index) => isExcluded(patterns, path.slice(0, index + 1).join('/'), index + 1 < path.length) === true);
  };
}

function isLevel(value: unknown): value is Severity | 'off' {
  return value === 'off' || SEVERITIES.some((severity) => severity === value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
