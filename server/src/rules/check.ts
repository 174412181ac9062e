import type { Analysis } from '../analysis/index.ts';
import { spanInText } from '../syntax/index.ts';
import type { Finding, RuleModule, Severity } from './rule.ts';
import { isSuppressed } from './suppressions.ts';
import { RULES } from './table.ts';

export interface CheckOptions {
  /** Severities that differ from the rules' own; `off` leaves the rule out. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
  /** Told when a rule fails; its findings are lost, nothing else. */
  readonly onCrash?: (ruleId: string, error: unknown) => void;
}

const checked = new WeakMap<Analysis, readonly Finding[]>();

/** The findings of all rules in the order of the text, without those that the author suppresses. Worked out once for each analysis. */
export function checkAll(analysis: Analysis, options: CheckOptions = {}): readonly Finding[] {
  const known = checked.get(analysis);
  const findings = known ?? checkWith(RULES, analysis, options.onCrash);
  if (!known) checked.set(analysis, findings);
  const { severities } = options;
  return severities === undefined ? findings : findings.flatMap((finding) => withSeverity(finding, severities[finding.ruleId]));
}

/** The findings of some rules only. */
export function checkWith(
  rules: readonly RuleModule[],
  analysis: Analysis,
  onCrash?: CheckOptions['onCrash'],
): readonly Finding[] {
  const findings = rules.flatMap((rule) => safely(rule, analysis, onCrash));
  const heard = findings.filter((finding) => !isSuppressed(finding, analysis));
  return inOrder(heard, analysis);
}

/** In the order of the text. */
function inOrder(findings: readonly Finding[], { tree }: Analysis): readonly Finding[] {
  const placed = findings.map((finding) => ({ finding, at: spanInText(tree, finding.span).start }));
  return placed.sort((a, b) => a.at - b.at).map(({ finding }) => finding);
}

function safely(rule: RuleModule, analysis: Analysis, onCrash: CheckOptions['onCrash']): readonly Finding[] {
  try {
    return rule.check(analysis);
  } catch (error) {
    onCrash?.(rule.id, error);
    return [];
  }
}

function withSeverity(finding: Finding, severity: Severity | 'off' | undefined): readonly Finding[] {
  if (severity === 'off') return [];
  return [severity === undefined ? finding : { ...finding, severity }];
}
