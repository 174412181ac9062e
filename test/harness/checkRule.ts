import { expect } from 'vitest';
import type { Analysis } from '../../server/src/analysis/index.ts';
import { checkWith, type Finding, type RuleModule } from '../../server/src/rules/index.ts';
import { annotate, isMarkOf, marksOf, readAnnotations } from './annotations.ts';
import { dedent } from './fixture.ts';
import { analysed, hasJsonTwin, jsonTwin, placed } from './twins.ts';

/**
 * Demands that a rule finds in a YAML text just what its marks say (see `readAnnotations`), and in the same document in JSON
 * the same findings at the same places.
 */
export function checkRule(rule: RuleModule, text: string): void {
  const { text: unmarked, marks } = readAnnotations(dedent(text));
  const analysis = analysed(unmarked);
  const findings = findingsOf(rule, analysis);
  const found = marksOf(analysis.source, findings);
  const unclaimed = [...marks];
  const shown = found.map((mark) => {
    const claimed = unclaimed.findIndex((expected) => isMarkOf(expected, mark));
    return claimed < 0 ? mark : (unclaimed.splice(claimed, 1)[0] ?? mark);
  });
  expect(annotate(unmarked, shown), `${rule.id} in YAML`).toBe(annotate(unmarked, marks));
  if (hasJsonTwin(unmarked)) checkTwin(rule, analysis, findings);
}

/** The findings of one rule; a crash fails the test. */
export function findingsOf(rule: RuleModule, analysis: Analysis): readonly Finding[] {
  return checkWith([rule], analysis, (_, error) => {
    throw error;
  });
}

function checkTwin(rule: RuleModule, analysis: Analysis, findings: readonly Finding[]): void {
  const twin = analysed(jsonTwin(analysis.source.text), 'json');
  const inJson = findingsOf(rule, twin).map((finding) => placed(twin, finding));
  const inYaml = findings.map((finding) => placed(analysis, finding));
  expect(inJson.sort(), `${rule.id} in JSON`).toEqual(inYaml.sort());
}
