import { expect } from 'vitest';
import { hoverAt } from '../../server/src/features/index.ts';
import { dedent, withCursor } from './fixture.ts';
import { analysed, jsonTwin } from './twins.ts';

/**
 * Demands what is shown at the cursor `$0` of a YAML text and at the same place of the document in JSON.
 *
 * @param expected the whole Markdown, or a list of pieces that it must contain
 */
export function checkHover(text: string, expected: string | readonly string[]): void {
  for (const markdown of hovers(text)) {
    if (typeof expected === 'string') expect(markdown).toBe(expected);
    else for (const piece of expected) expect(markdown).toContain(piece);
  }
}

/** Demands that nothing is shown at the cursor. */
export function checkNoHover(text: string): void {
  expect(hovers(text)).toEqual([undefined, undefined]);
}

/** The cursor is converted with the text, so it comes to stand at the same character. */
function hovers(text: string): readonly (string | undefined)[] {
  const marked = dedent(text);
  const inYaml = withCursor(marked);
  const inJson = withCursor(jsonTwin(marked));
  return [
    hoverAt(analysed(inYaml.text), inYaml.offset)?.markdown,
    hoverAt(analysed(inJson.text, 'json'), inJson.offset)?.markdown,
  ];
}
