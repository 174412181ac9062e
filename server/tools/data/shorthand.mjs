/** Writes descriptions and ARN patterns in the shorthand that `server/src/iam/knowledge/shorthand.ts` explains and reads. */
import {
  ANY_ARN,
  camelCase,
  ENDINGS,
  fullArn,
  fullDescription,
  GRANTS,
  ownArn,
  PHRASES,
  PLAIN,
  WORDS,
} from '../../src/iam/knowledge/shorthand.ts';

/** @returns the description of an action in terms of its name */
export const shortDescription = (text, name) => {
  const names = name.match(WORDS) ?? [];
  let next = 0;
  const named = (word) => {
    for (const ending of ['', 's', 'd', 'es', 'ed']) {
      const stem = word.endsWith(ending) ? word.slice(0, word.length - ending.length) : '';
      const found = stem.length > 1 ? findWord(names, stem, next) : undefined;
      if (found === undefined) continue;
      const { place, sign, signOfNext } = found;
      const mark = place === next ? signOfNext : sign + place.toString(36);
      next = place + 1;
      return mark + ending;
    }
    return word;
  };
  const marked = text.startsWith(GRANTS) ? `^${text.slice(GRANTS.length).replace(WORDS, named)}` : text.replace(WORDS, named);
  const short = Object.entries(PHRASES).reduce((rest, [sign, phrase]) => rest.replaceAll(phrase, sign), marked);
  return fullDescription(short, name) === text ? short : PLAIN + text;
};

/** The place of a word among those of a name, from the next one on, and the signs for it as it is spelled. */
const findWord = (names, word, next) => {
  for (let step = 0; step < names.length; step++) {
    const place = (next + step) % names.length;
    if (names[place].toLowerCase() === word) return { place, sign: '#', signOfNext: '~' };
    if (names[place] === word) return { place, sign: '|', signOfNext: '=' };
  }
  return undefined;
};

/** @returns the ARN pattern of a resource type in terms of its service and name */
export const shortArn = (arn, service, type) => {
  const own = ownArn(service);
  const start = arn.startsWith(own) ? '.' : arn.startsWith(ANY_ARN) ? ':' : '';
  const skipped = { '.': own, ':': ANY_ARN, '': '' }[start].length;
  const variables = Object.entries(ENDINGS).map(([mark, ending]) => [`<${camelCase(type)}${ending}>`, mark]);
  const short = variables.reduce(
    (text, [variable, mark]) => text.replaceAll(variable, mark),
    start + arn.slice(skipped).replaceAll('${', '<').replaceAll('}', '>').replace(type, '!'),
  );
  return fullArn(short, service, type) === arn ? short : PLAIN + arn;
};
