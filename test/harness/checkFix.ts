import { expect } from 'vitest';
import type { Analysis } from '../../server/src/analysis/index.ts';
import { checkAll, type Finding, type Fix, type RuleModule } from '../../server/src/rules/index.ts';
import { applyEdits, areCompatible } from '../../server/src/text/edit.ts';
import { readAnnotations } from './annotations.ts';
import { findingsOf } from './checkRule.ts';
import { dedent } from './fixture.ts';
import { analysed, contentOf, hasJsonTwin, jsonTwin, placed } from './twins.ts';

interface FixChoice {
  /** Instead of the first finding's preferred fix, the first fix with this title. */
  readonly title?: string;
}

/**
 * Demands that a rule's fix makes one text into another, that the finding is gone then, that no rule finds anything new, and that
 * the fix does the same in JSON.
 *
 * @param before a YAML text; marks in it are left out
 */
export function checkFix(rule: RuleModule, before: string, after: string, choice: FixChoice = {}): void {
  const { text } = readAnnotations(dedent(before));
  const wanted = dedent(after);
  const analysis = analysed(text);
  const { finding, fix } = chosen(rule, analysis, choice);
  const fixed = applied(text, fix);
  expect(fixed, `the text after "${fix.title}"`).toBe(wanted);
  checkImproved(analysis, finding, analysed(fixed));
  if (hasJsonTwin(text)) checkTwin(rule, analysis, { finding, fix }, wanted);
}

/** Demands that a rule finds something, and has no fix for any of it. */
export function checkNoFix(rule: RuleModule, text: string): void {
  const { text: unmarked } = readAnnotations(dedent(text));
  const twins = [analysed(unmarked), ...(hasJsonTwin(unmarked) ? [analysed(jsonTwin(unmarked), 'json')] : [])];
  for (const analysis of twins) {
    const findings = findingsOf(rule, analysis);
    expect(findings.length, `findings of ${rule.id} in ${analysis.source.languageId}`).toBeGreaterThan(0);
    expect(findings.flatMap((finding) => finding.fixes()).map(({ title }) => title)).toEqual([]);
  }
}

interface Chosen {
  readonly finding: Finding;
  readonly fix: Fix;
}

function chosen(rule: RuleModule, analysis: Analysis, { title }: FixChoice): Chosen {
  const all = findingsOf(rule, analysis).flatMap((finding) => finding.fixes().map((fix) => ({ finding, fix })));
  const found = all.find(({ fix }) => (title === undefined ? fix.preferred : fix.title === title));
  if (found) return found;
  const titles = all.map(({ fix }) => fix.title).join(', ') || 'none';
  throw new Error(`${rule.id} has no ${title === undefined ? 'preferred fix' : `fix "${title}"`} here. Its fixes: ${titles}`);
}

function applied(text: string, { edits }: Fix): string {
  expect(areCompatible(text, edits), 'the edits can be applied together').toBe(true);
  return applyEdits(text, edits);
}

/** The finding is gone, there is no new one, and nothing more that cannot be read. */
function checkImproved(before: Analysis, { ruleId, message }: Finding, after: Analysis): void {
  const left = wordsOf(before);
  left.splice(left.indexOf(`${ruleId}: ${message}`), 1);
  const isNew = (words: string): boolean => {
    const at = left.indexOf(words);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  };
  expect(wordsOf(after).filter(isNew), 'findings that the fix made or left').toEqual([]);
  const codes = before.problems.map(({ code }) => code);
  expect(
    after.problems.filter(({ code }) => !codes.includes(code)),
    'syntax problems that the fix made',
  ).toEqual([]);
}

function wordsOf(analysis: Analysis): string[] {
  return checkAll(analysis).map(({ ruleId, message }) => `${ruleId}: ${message}`);
}

function checkTwin(rule: RuleModule, yaml: Analysis, { finding, fix }: Chosen, wanted: string): void {
  const text = jsonTwin(yaml.source.text);
  const twin = analysed(text, 'json');
  const same = findingsOf(rule, twin).find((each) => placed(twin, each) === placed(yaml, finding));
  const fixInJson = same?.fixes().find(({ title }) => title === fix.title);
  if (!same || !fixInJson) throw new Error(`${rule.id} has no fix "${fix.title}" in JSON:\n${text}`);
  const fixed = applied(text, fixInJson);
  expect(contentOf(fixed, 'json'), 'the content of the JSON after the fix').toBe(contentOf(wanted, 'yaml'));
  checkImproved(twin, same, analysed(fixed, 'json'));
}
