/**
 * A plugin of the bundler that leaves out of a bundle what only the manual and the command line say of a rule: the names in other tools and
 * the examples. The editor never shows them, and they are a good part of the whole.
 */
import { readFile } from 'node:fs/promises';

/** As the formatter writes them. */
const LISTS = /^ {4}(?:aka|bad|good): \[/gm;

export function leaveOutPages() {
  return {
    name: 'leave-out-pages',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]server[\\/]src[\\/]rules[\\/].+\.ts$/ }, async ({ path }) => ({
        contents: withoutPage(await readFile(path, 'utf8')),
        loader: 'ts',
      }));
    },
  };
}

/** The source of a rule with empty lists in the place of what is left out. */
export function withoutPage(source) {
  let left = '';
  let reached = 0;
  for (const { index, 0: found } of source.matchAll(LISTS)) {
    const open = index + found.length;
    left += source.slice(reached, open);
    reached = closingBracket(source, open);
  }
  return left + source.slice(reached);
}

/** The place of the bracket that closes the list whose first item starts here; texts are passed over. */
function closingBracket(source, start) {
  let depth = 1;
  for (let at = start; at < source.length; at++) {
    const character = source[at];
    if (character === '\\') at++;
    else if (character === '`' || character === "'" || character === '"') at = endOfText(source, at, character);
    else if (character === '[') depth++;
    else if (character === ']' && --depth === 0) return at;
  }
  return source.length;
}

function endOfText(source, start, quote) {
  for (let at = start + 1; at < source.length; at++) {
    if (source[at] === '\\') at++;
    else if (source[at] === quote) return at;
  }
  return source.length;
}
