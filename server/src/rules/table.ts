import type { RuleModule } from './rule.ts';

/** Every rule, in alphabetical order; a test compares the table with the folder. A new rule: one file, one line here. */
export const RULES: readonly RuleModule[] = [];
