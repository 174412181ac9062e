import { PROFILES, type ProfileName, RULES } from '../rules/index.ts';
import { parse, type SyntaxNode, sourceText } from '../syntax/index.ts';
import { didYouMean } from '../text/didYouMean.ts';
import type { SourceText, SyntaxProblem, WithProblems } from '../text/sourceText.ts';
import { type Configuration, type Levels, NO_CONFIGURATION, type Override } from './configuration.ts';
import { type IgnorePatterns, parseIgnorePatterns } from './ignorePatterns.ts';
import { isLevel, LEVEL_LIST } from './levels.ts';

/** What JSON has not, but this file may have. */
const ALLOWED: ReadonlySet<string> = new Set(['json-comment', 'trailing-comma']);

const KEYS = ['$schema', 'profile', 'rules', 'ignore', 'overrides'];
const OVERRIDE_KEYS = ['files', 'profile', 'rules'];

/** Where what is wrong is noted while the rest is read. */
type Problems = SyntaxProblem[];

/**
 * Reads a `.lambda-iam.json`: JSON with comments. What is wrong in it is told with its place and what to do, and is otherwise as if it
 * were not there.
 */
export function readConfiguration({ uri, text, version }: SourceText): WithProblems<Configuration> {
  if (text.trim() === '') return { value: NO_CONFIGURATION, problems: [] };
  const { value: tree, problems: found } = parse(sourceText(uri, text, version, 'json'));
  const problems: Problems = found.filter(({ code }) => !ALLOWED.has(code));
  const { root } = tree;
  if (root?.kind !== 'mapping') {
    if (root) note(problems, root, 'An object is expected here, such as { "rules": {}, "ignore": [] }.');
    return { value: NO_CONFIGURATION, problems };
  }
  return { value: configurationIn(root, problems), problems };
}

function configurationIn(root: SyntaxNode, problems: Problems): Configuration {
  const members = membersOf(root, KEYS, problems);
  return {
    ...profileIn(members.get('profile'), problems),
    rules: levelsIn(members.get('rules'), problems),
    ignore: patternsIn(members.get('ignore'), 'ignore', problems),
    overrides: overridesIn(members.get('overrides'), problems),
  };
}

function overridesIn(node: SyntaxNode | undefined, problems: Problems): readonly Override[] {
  if (!node) return [];
  if (node.kind !== 'sequence') {
    note(problems, node, '"overrides" is a list of objects such as { "files": ["test/**"], "rules": {} }.');
    return [];
  }
  return node.items.flatMap((item) => overrideIn(item, problems));
}

function overrideIn(node: SyntaxNode, problems: Problems): readonly Override[] {
  if (node.kind !== 'mapping') {
    note(problems, node, 'An override is an object such as { "files": ["test/**"], "rules": {} }.');
    return [];
  }
  const members = membersOf(node, OVERRIDE_KEYS, problems);
  const files = members.get('files');
  if (!files) note(problems, node, 'This override does not say for which files it is: add "files", a list of patterns.');
  return [
    {
      files: patternsIn(files, 'files', problems),
      ...profileIn(members.get('profile'), problems),
      rules: levelsIn(members.get('rules'), problems),
    },
  ];
}

/** The members of an object by their keys, those with other keys left out. */
function membersOf(node: SyntaxNode, keys: readonly string[], problems: Problems): ReadonlyMap<string, SyntaxNode> {
  const members = new Map<string, SyntaxNode>();
  for (const { key, value } of node.kind === 'mapping' ? node.entries : []) {
    if (!keys.includes(key.text)) note(problems, key, `Unknown key "${key.text}".${didYouMean(key.text, keys)}`);
    else if (value) members.set(key.text, value);
  }
  return members;
}

function profileIn(node: SyntaxNode | undefined, problems: Problems): { readonly profile?: ProfileName } {
  if (!node) return {};
  const names = PROFILES.map(({ name }) => name);
  const written = textOf(node);
  const profile = names.find((name) => name === written);
  if (profile) return { profile };
  note(problems, node, `"profile" is one of ${names.join(', ')}.${didYouMean(written ?? '', names)}`);
  return {};
}

function levelsIn(node: SyntaxNode | undefined, problems: Problems): Levels {
  if (!node) return {};
  if (node.kind !== 'mapping') {
    note(problems, node, '"rules" is an object with the ids of rules as keys.');
    return {};
  }
  const ids = RULES.map(({ id }) => id);
  const levels = node.entries.flatMap(({ key, value }) => {
    const level = value && textOf(value);
    if (!ids.includes(key.text)) note(problems, key, `There is no rule "${key.text}".${didYouMean(key.text, ids)}`);
    else if (level !== undefined && isLevel(level)) return [[key.text, level] as const];
    else if (value) note(problems, value, `"${key.text}" is set to one of ${LEVEL_LIST}.`);
    return [];
  });
  return Object.fromEntries(levels);
}

function patternsIn(node: SyntaxNode | undefined, key: string, problems: Problems): IgnorePatterns {
  if (!node) return [];
  const items = node.kind === 'sequence' ? node.items : undefined;
  const texts = items?.flatMap((item) => textOf(item) ?? []);
  if (!items || texts?.length !== items.length) note(problems, node, `"${key}" is a list of patterns, as in a .gitignore.`);
  return parseIgnorePatterns((texts ?? []).join('\n'));
}

function textOf(node: SyntaxNode): string | undefined {
  return node.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
}

/** What cannot be read as JSON has been told already. */
function note(problems: Problems, { span }: SyntaxNode, message: string): void {
  if (!problems.some((known) => known.span.start === span.start && known.span.end === span.end)) {
    problems.push({ code: 'configuration', message, span });
  }
}
