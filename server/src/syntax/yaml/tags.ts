import type { CollectionTag, ScalarTag, Tags } from 'yaml';
import type { TokenSurvey } from './tokens.ts';

/**
 * Definitions for the tags that a text uses, each for texts, mappings and lists, and changing nothing: which tags there
 * are is no question of syntax. Undefined ones would work as well, but for each the library makes an error with its stack.
 */
export function tagDefinitions(tags: TokenSurvey['tags']): Tags {
  const names = new Set(tags.map(({ source }) => source).filter((name) => /^![^!<]/.test(name)));
  return [...names].flatMap((tag): (ScalarTag | CollectionTag)[] => [
    { tag, resolve: (text) => text },
    { tag, collection: 'map' },
    { tag, collection: 'seq' },
  ]);
}
