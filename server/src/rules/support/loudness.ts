import type { Confidence } from '../../lambda/index.ts';
import type { Severity } from '../rule.ts';

/** How loud a finding about a trigger may be: an error has to be certain of what AWS documents. */
export const LOUDNESS: Readonly<Record<Confidence, Severity>> = { high: 'error', medium: 'warning', low: 'information' };
