/** Collects the texts of the client that translators need, as `l10n/bundle.l10n.json` has them. `npm run docs` writes it along with the pages. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const sources = join(import.meta.dirname, '..', '..', 'client', 'src');

/** A call with its text, which has to stand in it. */
const CALL = /\bl10n\.t\((?:\s*(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"))?/g;

/** @returns {Promise<string>} the text of `l10n/bundle.l10n.json`: each text is its own key */
export async function generateBundle() {
  const files = (await readdir(sources, { recursive: true })).filter((file) => file.endsWith('.ts')).sort();
  const texts = await Promise.all(files.map(async (file) => textsIn(await readFile(join(sources, file), 'utf8'), file)));
  const sorted = [...new Set(texts.flat())].sort();
  return `${JSON.stringify(Object.fromEntries(sorted.map((text) => [text, text])), undefined, 2)}\n`;
}

function textsIn(source, file) {
  return Array.from(source.matchAll(CALL), ([, single, double]) => {
    const text = single ?? double;
    if (text === undefined) throw new Error(`${file}: the text of l10n.t(…) has to stand in the call.`);
    return text.replace(/\\(.)/g, '$1');
  });
}
