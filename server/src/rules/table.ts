import { CONTENT_RULES } from './groups.ts';
import type { RuleModule } from './rule.ts';
import { SUPPRESSING_RULES } from './suppressing/index.ts';

/** Every rule, by its id. A new rule is one file and one line in the `index.ts` of its folder; a test compares both. */
export const RULES: readonly RuleModule[] = [...CONTENT_RULES, ...SUPPRESSING_RULES].sort((a, b) => (a.id < b.id ? -1 : 1));
