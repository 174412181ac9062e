/**
 * Writes the names of a service's actions with what they are about said once: `acTopic` is `CreateTopic` and `GetTopic` where `a` and `c`
 * stand for these verbs and their access levels. `server/src/iam/knowledge/actionNames.ts` reads it.
 */
import { byCode } from './readPackages.mjs';

/** Never upper-case letters, with which nouns begin. */
const LETTERS = 'abcdefghijklmnopqrstuvwxyz!"#$%&\'()*+,./:;<=>?@[]^`{|}~';

/** The verb of a name with its access level and ending, as the head has it, and the noun; no noun where the name has to be spelled out. */
const halvesOf = ({ level, name }) => {
  const [verb] = /^[A-Z][a-z0-9]*|^/.exec(name);
  const rest = name.slice(verb.length);
  if (!/^[A-Z]/.test(rest)) return { verb: level + verb };
  return /[^s]s$/.test(rest) && rest.length > 3
    ? { verb: `${level}${verb}*s`, noun: rest.slice(0, -1) }
    : { verb: level + verb, noun: rest };
};

/** @returns the most frequent verbs of all services, each with the letter that stands for it */
export const verbTable = (services) => {
  const counts = new Map();
  for (const action of services.flatMap(({ actions }) => actions)) {
    const { verb, noun } = halvesOf(action);
    if (noun !== undefined) counts.set(verb, (counts.get(verb) ?? 0) + 1);
  }
  const ranked = [...counts].sort(([a, m], [b, n]) => n - m || byCode(a, b));
  return ranked.slice(0, LETTERS.length).map(([verb], place) => ({ letter: LETTERS[place], verb }));
};

/** @returns the names of a service's actions */
export const listNames = (actions, table) => {
  const letters = new Map(table.map(({ letter, verb }) => [verb, letter]));
  const nouns = new Map();
  const whole = [];
  for (const action of actions) {
    const { verb, noun } = halvesOf(action);
    const letter = letters.get(verb);
    if (noun === undefined || letter === undefined) whole.push(action.level + action.name);
    else nouns.set(noun, (nouns.get(noun) ?? '') + letter);
  }
  const about = [...nouns].sort(([a], [b]) => byCode(a, b)).map(([noun, verbs]) => [...verbs].sort(byCode).join('') + noun);
  return [...about, ...whole].join(' ');
};
