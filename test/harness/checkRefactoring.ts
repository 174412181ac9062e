import { expect } from 'vitest';
import { codeActionsAt } from '../../server/src/features/index.ts';
import { applyEdits, areCompatible } from '../../server/src/text/edit.ts';
import type { LanguageId } from '../../server/src/text/sourceText.ts';
import { dedent, withCursor } from './fixture.ts';
import { analysed, contentOf, jsonTwin } from './twins.ts';

/**
 * The titles of the refactorings at the cursor `$0` of a YAML text; the same must be offered for the document in JSON, if there are
 * no comments, which JSON does not have.
 */
export function refactoringsAt(text: string): readonly string[] {
  const marked = dedent(text);
  const inYaml = titlesAt(marked, 'yaml');
  if (!/(?:^|\s)#/.test(marked)) expect(titlesAt(jsonTwin(marked), 'json'), 'refactorings in JSON').toEqual(inYaml);
  return inYaml;
}

/** Demands that the refactoring with this title makes one text into another, and the same document in JSON into the other in JSON. */
export function checkRefactoring(title: string, before: string, after: string): void {
  const marked = dedent(before);
  const wanted = dedent(after);
  expect(refactored(title, marked, 'yaml'), `the text after "${title}"`).toBe(wanted);
  const inJson = refactored(title, jsonTwin(marked), 'json');
  expect(contentOf(inJson, 'json'), `the JSON after "${title}"`).toBe(contentOf(wanted, 'yaml'));
}

function titlesAt(marked: string, language: LanguageId): readonly string[] {
  return actionsAt(marked, language).map(({ title }) => title);
}

function refactored(title: string, marked: string, language: LanguageId): string {
  const { text } = withCursor(marked);
  const action = actionsAt(marked, language).find((each) => each.title === title);
  if (!action) throw new Error(`No "${title}" here, but: ${titlesAt(marked, language).join(', ') || 'nothing'}`);
  const edits = action.edits();
  expect(areCompatible(text, edits), 'the edits can be applied together').toBe(true);
  const after = applyEdits(text, edits);
  expect(analysed(after, language).problems).toEqual(analysed(text, language).problems);
  return after;
}

function actionsAt(marked: string, language: LanguageId) {
  const { text, offset } = withCursor(marked);
  return codeActionsAt(analysed(text, language), { start: offset, end: offset }, []);
}
