/** Writes names and ARN patterns in the shorthand that `server/src/cloudformation/typeShorthand.ts` explains and reads. */
import { ANY_ARN, fullArnPattern, fullName, HERE, lastPart } from '../../src/cloudformation/typeShorthand.ts';
import { byCode } from './readPackages.mjs';

const LETTERS = 26;

/** @param owned pairs of a name and the type that has it @returns the most frequent names, in shorthand */
export const frequentNames = (owned) => {
  const counts = new Map();
  for (const [name, type] of owned) {
    const own = ownName(name, type);
    counts.set(own, (counts.get(own) ?? 0) + 1);
  }
  const ranked = [...counts].sort(([a, m], [b, n]) => n - m || byCode(a, b));
  return ranked.slice(0, LETTERS).map(([name]) => name);
};

/** @returns the name of a property or an attribute of a type */
export const shortName = (name, type, frequent) => {
  const own = ownName(name, type);
  const place = frequent.indexOf(own);
  const short = place < 0 ? own : (10 + place).toString(36);
  return checked(short, fullName(short, type, frequent), name);
};

/** @returns the ARN pattern of a type */
export const shortArnPattern = (pattern, type) => {
  const short = pattern
    .replace(ANY_ARN, ':')
    .replace(HERE, ',')
    .replace(/\$\{([^}]*)\}/g, '<$1>')
    .replaceAll(`<${lastPart(type)}`, '<!');
  return checked(short, fullArnPattern(short, type), pattern);
};

const ownName = (name, type) => {
  const own = lastPart(type);
  return name.startsWith(own) ? `!${name.slice(own.length)}` : name;
};

const checked = (short, full, text) => {
  if (full !== text) throw new Error(`There is no shorthand for ${text}.`);
  return short;
};
