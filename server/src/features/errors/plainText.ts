/** More than this is not looked at: a whole log may have been pasted. */
const MOST_CHARACTERS = 100_000;

/** Quoted once by a log, a second time by a test report. */
const MOST_QUOTINGS = 3;

/**
 * A pasted text as one line of the words that it was made of: escapes of JSON and HTML taken back, without colours, with line breaks as
 * spaces. An ARN that a terminal has broken is put together again.
 */
export function plainText(text: string): string {
  let plain = text.slice(0, MOST_CHARACTERS).replace(COLOURS, '');
  for (let i = 0; i < MOST_QUOTINGS && /\\["'nrtu/\\]/.test(plain); i++) plain = plain.replace(ESCAPE, unescaped);
  return plain
    .replace(ENTITY, (entity) => ENTITIES[entity] ?? entity)
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/(\barn:[\w.:/*-]{0,300}[:/-])[ \t]*\r?\n[ \t>|]*(?=[\w*])/g, '$1')
    .replace(/\r?\n[ \t]*[>|][ \t]?/g, '\n')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The escape sequences of terminals that colour text. */
const COLOURS = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');
const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|(["'nrt/\\]))/g;
const ENTITY = /&(?:quot|apos|amp|lt|gt|#39|#34);/g;

const ENTITIES: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&#34;': '"',
  '&apos;': "'",
  '&#39;': "'",
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
};

function unescaped(_all: string, code: string | undefined, sign: string | undefined): string {
  if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
  return sign === 'n' || sign === 'r' || sign === 't' ? '\n' : (sign ?? '');
}
