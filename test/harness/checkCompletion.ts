import { expect } from 'vitest';
import type { Analysis } from '../../server/src/analysis/index.ts';
import { type Completion, completionsAt, snippetOf } from '../../server/src/features/index.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { dedent, withCursor } from './fixture.ts';
import { analysed, contentOf, jsonTwin } from './twins.ts';

/** Stands at the end of a list of labels behind which others may follow. */
const MORE = '…';

/**
 * Demands what is offered at the cursor `$0` of a YAML text, and at the same place of the document in JSON.
 *
 * @param labels all labels in their order; with `…` at the end the first ones
 */
export function checkCompletion(text: string, labels: readonly string[]): void {
  const wanted = labels.filter((label) => label !== MORE);
  for (const { analysis, items } of offered(text)) {
    const found = items.map(({ label }) => label);
    expect(labels.includes(MORE) ? found.slice(0, wanted.length) : found, analysis.source.languageId).toEqual(wanted);
  }
}

/** The same for one text in one language, where the twin would not be the same situation. */
export function checkCompletionIn(languageId: 'yaml' | 'json', text: string, labels: readonly string[]): void {
  const { text: unmarked, offset } = withCursor(dedent(text));
  expect(completionsAt(analysed(unmarked, languageId), offset).items.map(({ label }) => label)).toEqual(labels);
}

/** Demands that some labels are offered at the cursor, and others are not. */
export function checkOffers(text: string, some: readonly string[], notOthers: readonly string[] = []): void {
  for (const { analysis, items } of offered(text)) {
    const found = items.map(({ label }) => label);
    expect(
      some.filter((label) => !found.includes(label)),
      `not offered in ${analysis.source.languageId}`,
    ).toEqual([]);
    expect(
      notOthers.filter((label) => found.includes(label)),
      `offered in ${analysis.source.languageId}`,
    ).toEqual([]);
  }
}

/**
 * Demands the document after a completion was accepted, places to fill in as `$1` or `${1:name}`; and that the document in JSON has the
 * same content then.
 */
export function checkAccepted(text: string, label: string, after: string): void {
  const [inYaml, inJson] = offered(text);
  expect(accepted(inYaml, label, plainSnippet)).toBe(dedent(after));
  expect(contentOf(accepted(inJson, label, filledIn), 'json')).toBe(contentOf(accepted(inYaml, label, filledIn), 'yaml'));
}

/** The same for one text in one language, where the twin would not be the same situation. */
export function checkAcceptedIn(languageId: 'yaml' | 'json', text: string, label: string, after: string): void {
  const { text: unmarked, offset } = withCursor(dedent(text));
  const analysis = analysed(unmarked, languageId);
  expect(accepted({ analysis, items: completionsAt(analysis, offset).items }, label, plainSnippet)).toBe(dedent(after));
}

interface Offered {
  readonly analysis: Analysis;
  readonly items: readonly Completion[];
}

/** The cursor is converted with the text. A key without a value is one that is being typed, in JSON too. */
function offered(text: string): readonly [Offered, Offered] {
  const marked = dedent(text);
  const twin = jsonTwin(marked).replace(/("[^"]*\$0[^"]*"): null/, '$1');
  return [at(marked, 'yaml'), at(twin, 'json')];
}

function at(marked: string, languageId: 'yaml' | 'json'): Offered {
  const { text, offset } = withCursor(marked);
  const analysis = analysed(text, languageId);
  return { analysis, items: completionsAt(analysis, offset).items };
}

function accepted({ analysis, items }: Offered, label: string, written: (newText: string) => string): string {
  const item = items.find((each) => each.label === label);
  if (!item) throw new Error(`"${label}" is not offered. There is: ${items.map((each) => each.label).join(', ')}`);
  return applyEdits(analysis.source.text, [...item.also, { span: item.edit.span, newText: written(item.edit.newText) }]);
}

/** With a name or a letter in each hole, so that the document can be read. */
function filledIn(newText: string): string {
  return plainSnippet(newText).replaceAll(/\$\{\d+:([^}]*)\}|\$\d+/g, (_, name?: string) => name ?? 'x');
}

/** With its holes, but without the escapes of a snippet. */
function plainSnippet(newText: string): string {
  return snippetOf(newText).replaceAll(/\\([\\$}])/g, '$1');
}
