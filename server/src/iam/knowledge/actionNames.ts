import type { AccessLevel } from '../knowledge.ts';

/** The actions of a service in alphabetical order; each has a place, the same as in the details. */
export interface ActionNames {
  readonly names: readonly string[];
  /** The access level at each place. */
  readonly levels: readonly AccessLevel[];
}

/** How many names of actions begin, and how they end: `ListTopics` is the verb `List` about `Topic`, with an `s`. */
export interface Verb {
  /** The letter of the access level. */
  readonly level: string;
  readonly verb: string;
  readonly ending: string;
}

/** Reads the verbs of the head, `aRGet bRList*s …`, by the letters that stand for them. */
export function readVerbs(list: string): ReadonlyMap<string, Verb> {
  return new Map(
    list.split(' ').map((word) => {
      const [verb = '', ending = ''] = word.slice(2).split('*');
      return [word.charAt(0), { level: word.charAt(1), verb, ending }];
    }),
  );
}

/**
 * Reads the names of a service. An entry is the letters of some verbs with the noun that they are about, `acTopic`, or the letter of an
 * access level with a whole name, `WPublish`. Nouns and the letters of levels are upper-case, those of verbs never.
 */
export function readActionNames(list: string, verbs: ReadonlyMap<string, Verb>): ActionNames {
  const words: string[] = [];
  for (const entry of list.split(' ')) addWords(words, entry, verbs);
  // A tab comes before all that names are made of, so the words are in the order of the names.
  words.sort();
  return { names: words.map((word) => word.slice(0, -2)), levels: words.map((word) => levelOf(word.charAt(word.length - 1))) };
}

/** Adds each name with a tab and the letter of its access level. */
function addWords(words: string[], entry: string, verbs: ReadonlyMap<string, Verb>): void {
  const start = entry.search(/[A-Z]/);
  if (start === 0) words.push(`${entry.slice(1)}\t${entry.charAt(0)}`);
  const noun = entry.slice(start);
  for (let place = 0; place < start; place++) {
    const verb = verbs.get(entry.charAt(place));
    if (verb) words.push(`${verb.verb}${noun}${verb.ending}\t${verb.level}`);
  }
}

function levelOf(letter: string): AccessLevel {
  switch (letter) {
    case 'L':
      return 'List';
    case 'R':
      return 'Read';
    case 'T':
      return 'Tagging';
    case 'P':
      return 'Permissions management';
    default:
      return 'Write';
  }
}
