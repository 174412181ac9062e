import { LEVELS, type Level } from '../rules/index.ts';

/** The levels as a sentence names them. */
export const LEVEL_LIST = LEVELS.join(', ');

/** Whether a text is a level that a rule can be set to. */
export function isLevel(value: unknown): value is Level {
  return LEVELS.some((level) => level === value);
}
