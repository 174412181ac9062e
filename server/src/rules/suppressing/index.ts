import type { RuleModule } from '../rule.ts';
import { unusedSuppression } from './unusedSuppression.ts';

/** Rules on what silences other rules. */
export const SUPPRESSING_RULES: readonly RuleModule[] = [unusedSuppression];
