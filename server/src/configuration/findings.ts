import type { Analysis } from '../analysis/index.ts';
import { checkAll, type Finding, isOutdated, levelIn, RULES, RULES_OF_NAMES } from '../rules/index.ts';
import type { Resolved } from './resolve.ts';

export interface Circumstances {
  /** The day, as `2026-11-24`: names that old data lacks are no errors. Absent where nobody knows. */
  readonly today?: string | undefined;
  /** Told when a rule fails; its findings are lost, nothing else. */
  readonly onCrash?: (ruleId: string, error: unknown) => void;
}

const RULES_BY_ID = new Map(RULES.map((rule) => [rule.id, rule]));

/** The findings of a document, each as severe as the project and the user want it. */
export function findingsFor(analysis: Analysis, resolved: Resolved, { today, onCrash }: Circumstances): readonly Finding[] {
  if (resolved.ignored) return [];
  const { date } = analysis.knowledge.iam;
  const outdated = today !== undefined && isOutdated(date, today);
  return checkAll(analysis, onCrash ? { onCrash } : {}).flatMap((finding) => {
    const wanted = resolved.rules[finding.ruleId];
    if (wanted !== undefined) return withLevel(finding, wanted);
    const inProfile = withLevel(finding, levelFor(finding, resolved));
    return outdated ? inProfile.map((each) => softened(each, date)) : inProfile;
  });
}

/** A finding that is milder than its rule is so because it is less certain: a profile does not make it louder. */
function levelFor(finding: Finding, { profile }: Resolved): Finding['severity'] | 'off' {
  const rule = RULES_BY_ID.get(finding.ruleId);
  const level = levelIn(profile, rule ?? finding);
  return rule === undefined || rule.severity === finding.severity || level === 'off' ? level : finding.severity;
}

function withLevel(finding: Finding, level: Finding['severity'] | 'off'): readonly Finding[] {
  if (level === 'off') return [];
  return [level === finding.severity ? finding : { ...finding, severity: level }];
}

function softened(finding: Finding, date: string): Finding {
  if (finding.severity !== 'error' || !RULES_OF_NAMES.has(finding.ruleId)) return finding;
  const reason = `This is no error because the data about AWS is of ${date}, more than six months old: update Lambda IAM.`;
  return { ...finding, severity: 'warning', message: `${finding.message} ${reason}` };
}
