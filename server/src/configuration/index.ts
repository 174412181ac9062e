/** What a project and a user want checked: one answer for the editor and the command line. */
export { type Configuration, type Levels, NO_CONFIGURATION, type Override } from './configuration.ts';
export { type Circumstances, findingsFor } from './findings.ts';
export { type IgnorePatterns, isExcluded, parseIgnorePatterns } from './ignorePatterns.ts';
export { isLevel } from './levels.ts';
export { CONFIGURATION_FILE, configurationIn, folderOf, foldersAbove, isConfigurationFile, pathBelow } from './places.ts';
export { readConfiguration } from './readConfiguration.ts';
export { type PlacedConfiguration, type Preferences, type Resolved, resolve } from './resolve.ts';
