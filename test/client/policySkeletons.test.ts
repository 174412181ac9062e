import { expect, test } from 'vitest';
import { type PolicyFileKind, policySnippet } from '../../client/src/policySkeletons.ts';
import { checkWith, RULES } from '../../server/src/rules/index.ts';
import { analysed } from '../harness/index.ts';

/** The text that is left when the user takes what every placeholder has as its example. */
function filled(snippet: string): string {
  const examples = new Map<string, string>();
  for (const [, stop = '', example = ''] of snippet.matchAll(/\$\{(\d+):([^}]*)\}/g)) examples.set(stop, example);
  return snippet.replace(/\$\{(\d+)(?::[^}]*)?\}/g, (_, stop) => examples.get(stop) ?? '');
}

const KINDS: readonly (readonly [PolicyFileKind, string])[] = [
  ['identity', 'identity'],
  ['trust', 'trust'],
  ['boundary', 'identity'],
  ['queue', 'resource'],
  ['topic', 'resource'],
  ['bucket', 'resource'],
];

test.each(KINDS)('a new %s policy is taken for one, and nothing is found in it', (kind, taken) => {
  const analysis = analysed(filled(policySnippet(kind)), 'json');
  expect(analysis.policies.map((site) => site.kind)).toEqual([taken]);
  const findings = checkWith(RULES, analysis, (_, error) => {
    throw error;
  });
  expect(findings.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([]);
});

test.each(KINDS)('the stops of a new %s policy are numbered from 1, each with its example where it comes first', (kind) => {
  const stops = [...policySnippet(kind).matchAll(/\$\{(\d+)(:[^}]+)?\}/g)];
  const first = stops.filter(([, , example]) => example !== undefined).map(([, stop]) => Number(stop));
  expect(first).toEqual(first.map((_, index) => index + 1));
  expect(stops.filter(([, stop]) => Number(stop) > first.length)).toEqual([]);
});
