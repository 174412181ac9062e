/**
 * Holes in texts that are written: places that the author fills in after accepting a suggestion. They are marked by characters that
 * no author writes and that need no quotes, so that a text with holes can be rendered like any other.
 */
const OPEN = '\uE0F0';
const CLOSE = '\uE0F1';

/** A place to fill in. @param name shown there until then; what stays where the editor has no snippets */
export function hole(name = ''): string {
  return OPEN + name + CLOSE;
}

const HOLE = new RegExp(`${OPEN}([^${CLOSE}]*)${CLOSE}`, 'g');

/** A pattern with names in `${…}` or `<…>`, as AWS writes them, as a text with a hole for each. */
export function withHoles(pattern: string): string {
  return pattern.replaceAll(/\$\{(\w+)\}|<(\w+)>/g, (_, name?: string, other?: string) => hole(name ?? other));
}

export function hasHoles(text: string): boolean {
  return text.includes(OPEN);
}

/** The text with the names of the holes in their places. */
export function filled(text: string): string {
  return text.replaceAll(HOLE, '$1');
}

/** The text in the snippet syntax of the protocol, its holes numbered. */
export function snippetOf(text: string): string {
  let count = 0;
  return text.replaceAll(/[\\$}]/g, '\\$&').replaceAll(HOLE, (_, name: string) => {
    count++;
    return name === '' ? `$${count}` : `\${${count}:${name}}`;
  });
}
