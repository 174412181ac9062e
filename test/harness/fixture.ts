/** One file of a fixture. */
export interface FixtureFile {
  readonly name: string;
  readonly text: string;
}

/** A text as it is written in a test, without the indentation that it has there and the line break it starts with. */
export function yaml(strings: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  return dedent(String.raw({ raw: strings.raw }, ...values));
}

/** Takes the common indentation of all lines away, and the empty lines before the first and behind the last. */
export function dedent(text: string): string {
  const lines = text
    .replace(/^[ \t]*\n/, '')
    .trimEnd()
    .split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  const common = Math.min(...indents);
  return `${lines.map((line) => line.slice(common)).join('\n')}\n`;
}

/** The files of a text that has a line `#- name.yaml` before each of them; without such a line, one file. */
export function filesOf(text: string, usualName = 'template.yaml'): readonly FixtureFile[] {
  const [before = '', ...others] = dedent(text).split(/^#-[ \t]+(.+)\n/m);
  const first = before.trim() === '' ? [] : [{ name: usualName, text: before }];
  const named = others.flatMap((name, i) => (i % 2 === 0 ? [{ name: name.trim(), text: others[i + 1] ?? '' }] : []));
  return [...first, ...named];
}

/** A text with a cursor, written `$0`. */
export function withCursor(text: string): { readonly text: string; readonly offset: number } {
  const offset = text.indexOf('$0');
  if (offset < 0) throw new Error('The fixture has no cursor: write $0 where it is.');
  return { text: text.slice(0, offset) + text.slice(offset + 2), offset };
}
