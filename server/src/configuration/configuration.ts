import type { Level, ProfileName } from '../rules/index.ts';
import type { IgnorePatterns } from './ignorePatterns.ts';

/** Levels by the id of a rule. */
export type Levels = Readonly<Record<string, Level>>;

/** What a project's `.lambda-iam.json` says. */
export interface Configuration {
  /** Absent where the file names none. */
  readonly profile?: ProfileName;
  readonly rules: Levels;
  /** Files that are left out. Patterns are relative to the folder of the file. */
  readonly ignore: IgnorePatterns;
  /** The later one wins. */
  readonly overrides: readonly Override[];
}

/** What holds for some files only. */
export interface Override {
  readonly files: IgnorePatterns;
  readonly profile?: ProfileName;
  readonly rules: Levels;
}

/** What holds where there is no `.lambda-iam.json`. */
export const NO_CONFIGURATION: Configuration = { rules: {}, ignore: [], overrides: [] };
