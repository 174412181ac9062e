import type { Analysis } from '../analysis/index.ts';
import { spanInText } from '../syntax/index.ts';
import { type Crash, judge } from './judging.ts';
import { type Finding, type RuleModule, toFinding } from './rule.ts';
import { isSuppressed } from './suppressions.ts';
import { RULES } from './table.ts';

export interface CheckOptions {
  /** Told when a rule fails; its findings are lost, nothing else. */
  readonly onCrash?: (ruleId: string, error: unknown) => void;
}

const checked = new WeakMap<Analysis, readonly Finding[]>();

/** The findings of all rules in the order of the text, without those that the author suppresses. Worked out once for each analysis. */
export function checkAll(analysis: Analysis, { onCrash }: CheckOptions = {}): readonly Finding[] {
  const known = checked.get(analysis);
  const findings = known ?? checkWith(RULES, analysis, onCrash);
  if (!known) checked.set(analysis, findings);
  return findings;
}

/** The findings of some rules only. */
export function checkWith(
  rules: readonly RuleModule[],
  analysis: Analysis,
  onCrash?: CheckOptions['onCrash'],
): readonly Finding[] {
  const verdicts = judge(rules, analysis);
  for (const crash of verdicts.flatMap(({ crashes }) => crashes)) tellOnce(crash, onCrash);
  const findings = verdicts.flatMap(({ judgements }) => judgements.map((judgement) => toFinding(judgement, analysis)));
  return inOrder(
    rules,
    findings.filter((finding) => !isSuppressed(finding, analysis)),
    analysis,
  );
}

const told = new WeakSet<Crash>();

/** A failure is kept with the verdict, and may be met again. */
function tellOnce(crash: Crash, onCrash: CheckOptions['onCrash']): void {
  if (!told.has(crash)) onCrash?.(crash.ruleId, crash.error);
  told.add(crash);
}

/** In the order of the text, and of the rules where several find something in one place. */
function inOrder(rules: readonly RuleModule[], findings: readonly Finding[], { tree }: Analysis): readonly Finding[] {
  const ranks = new Map(rules.map(({ id }, rank) => [id, rank]));
  const placed = findings.map((finding) => {
    return { finding, at: spanInText(tree, finding.span).start, rank: ranks.get(finding.ruleId) ?? 0 };
  });
  return placed.sort((a, b) => a.at - b.at || a.rank - b.rank).map(({ finding }) => finding);
}
