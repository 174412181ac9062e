export { type CheckOptions, checkAll, checkWith } from './check.ts';
export { isOutdated, RULES_OF_NAMES } from './dataAge.ts';
export { OUTCOME_IN_WORDS } from './outcomes.ts';
export { HOME, pageOf } from './pages.ts';
export {
  DEFAULT_PROFILE,
  LEVELS,
  type Level,
  levelIn,
  PROFILES,
  type Profile,
  type ProfileName,
  SEVERITIES,
} from './profiles.ts';
export type { Diagnosis, Finding, Fix, Outcome, Rule, RuleDocs, RuleModule, Severity, Subject } from './rule.ts';
export { defineRule } from './rule.ts';
export { type Suppression, suppressionOf } from './suppressions.ts';
export { RULES } from './table.ts';
