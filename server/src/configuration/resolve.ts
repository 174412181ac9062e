import { DEFAULT_PROFILE, type ProfileName } from '../rules/index.ts';
import { type Configuration, type Levels, NO_CONFIGURATION } from './configuration.ts';
import { type IgnorePatterns, isExcluded } from './ignorePatterns.ts';
import { pathBelow } from './places.ts';

/** A configuration and the folder that its patterns are relative to. */
export interface PlacedConfiguration {
  /** A URI without a slash at its end. */
  readonly folder: string;
  readonly configuration: Configuration;
}

/** What a user wants, whatever the project says. */
export interface Preferences {
  readonly profile?: ProfileName | undefined;
  readonly rules?: Levels;
}

/** What holds for one document, when all that may be said about it is put together. */
export interface Resolved {
  /** The project wants the document left out. */
  readonly ignored: boolean;
  readonly profile: ProfileName;
  /** Levels that somebody has set by the rule's id. */
  readonly rules: Levels;
}

/**
 * Puts together what holds for a document: for each rule what the user says, else what the project says for such files, else for all
 * files, else the profile.
 *
 * @param uri of the document; `undefined` where it has none, as standard input
 */
export function resolve(uri: string | undefined, project?: PlacedConfiguration, preferences: Preferences = {}): Resolved {
  const { profile, rules, ignore, overrides } = project?.configuration ?? NO_CONFIGURATION;
  const path = project && uri !== undefined ? pathBelow(project.folder, uri) : undefined;
  const fitting = overrides.filter(({ files }) => path !== undefined && fits(files, path));
  return {
    ignored: path !== undefined && fits(ignore, path),
    profile: preferences.profile ?? fitting.findLast((each) => each.profile)?.profile ?? profile ?? DEFAULT_PROFILE,
    rules: Object.fromEntries(
      [rules, ...fitting.map((each) => each.rules), preferences.rules ?? {}].flatMap((each) => Object.entries(each)),
    ),
  };
}

/** Whether the patterns name a file or a folder that it is in. */
function fits(patterns: IgnorePatterns, path: string): boolean {
  const steps = path.split('/');
  return steps.some((_, index) => isExcluded(patterns, steps.slice(0, index + 1).join('/'), index + 1 < steps.length) === true);
}
