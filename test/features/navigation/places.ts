import { expect } from 'vitest';
import { definitionAt, namePlacesAt } from '../../../server/src/features/index.ts';
import { spanInText } from '../../../server/src/syntax/index.ts';
import { applyEdits, type TextEdit } from '../../../server/src/text/edit.ts';
import type { LanguageId } from '../../../server/src/text/sourceText.ts';
import type { Span } from '../../../server/src/text/span.ts';
import { analysed, dedent, jsonTwin, withCursor } from '../../harness/index.ts';

/**
 * Demands which places name what stands at the cursor `$0`: `«Worker»` is the declaration, `‹Worker›` a mention. The same places are
 * demanded of the document in JSON.
 */
export function checkPlaces(text: string): void {
  const marked = dedent(text);
  checkPlacesIn(marked, 'yaml');
  checkPlacesIn(jsonTwin(marked), 'json');
}

/** The same for a text in one language. */
export function checkPlacesIn(marked: string, language: LanguageId): void {
  const expected = marked.replace('$0', '');
  const { text, offset } = withCursor(unmarked(marked));
  const analysis = analysed(text, language);
  const { declaration, mentions } = namePlacesAt(analysis, offset) ?? { declaration: undefined, mentions: [] };
  const inText = (span: Span): Span => spanInText(analysis.tree, span);
  const marks = [
    ...mentions.flatMap((span) => around(inText(span), '‹', '›')),
    ...(declaration ? around(inText(declaration), '«', '»') : []),
  ];
  expect(applyEdits(text, marks)).toBe(expected);
  expect(definitionAt(analysis, offset)).toEqual(declaration);
}

export function unmarked(text: string): string {
  return text.replace(/[«»‹›]/g, '');
}

function around({ start, end }: Span, open: string, close: string): readonly TextEdit[] {
  return [
    { span: { start, end: start }, newText: open },
    { span: { start: end, end }, newText: close },
  ];
}
