import { expect } from 'vitest';
import { type Analysis, analyse } from '../../../server/src/analysis/index.ts';
import { answerTo, type ErrorAnswer, errorPage, readError } from '../../../server/src/features/errors/index.ts';
import { editsInText, sourceText, spanInText } from '../../../server/src/syntax/index.ts';
import { applyEdits, areCompatible } from '../../../server/src/text/edit.ts';
import { lineIndexOf } from '../../../server/src/text/lineIndex.ts';
import { dedent, filesOf, jsonTwin, testKnowledge } from '../../harness/index.ts';
import { contentOf } from '../../harness/twins.ts';

/** What is answered to an error, as people see it. */
export interface Asked {
  /** The lines below each heading. */
  readonly found: readonly string[];
  readonly said: readonly string[];
  readonly advice: readonly string[];
  /** The titles of the changes. */
  readonly fixes: readonly string[];
  readonly page: string;
  /** The text of the document of a change after it. */
  readonly after: (fix?: number) => string;
}

/**
 * Asks about an error with the files of a text (`#- name.yaml` before each), in YAML and, where the answer must be the same, in JSON.
 * The places of lines stand behind them in YAML: `… (template.yaml:3)`.
 */
export function ask(error: string, text: string): Asked {
  const files = filesOf(text);
  const asked = told(
    error,
    files.map(({ name, text: yaml }) => documentOf(name, yaml)),
  );
  const twin = told(
    error,
    files.map(({ name, text: yaml }) => documentOf(name.replace('.yaml', '.json'), jsonTwin(yaml))),
  );
  const withoutPlaces = (lines: readonly string[]): readonly string[] =>
    lines.map((line) => line.replace(/ \([^()]*:\d+\)$/, ''));
  expect(withoutPlaces(twin.found), 'what was found in JSON').toEqual(withoutPlaces(asked.found));
  expect(withoutPlaces(twin.said), 'what JSON says').toEqual(withoutPlaces(asked.said));
  expect(twin.fixes, 'the changes in JSON').toEqual(asked.fixes);
  for (const index of asked.fixes.keys())
    expect(contentOf(twin.after(index), 'json'), 'JSON after the change').toBe(contentOf(asked.after(index), 'yaml'));
  return asked;
}

function documentOf(name: string, text: string): Analysis {
  return analyse(sourceText(`file:///${name}`, text, 0, name.endsWith('.json') ? 'json' : 'yaml'), testKnowledge());
}

function told(text: string, documents: readonly Analysis[]): Asked {
  const error = readError(text);
  if (!error) throw new Error(`not read as an error: ${text}`);
  const answer = answerTo(error, documents, testKnowledge());
  return {
    found: linesOf(answer, 'Found in these files'),
    said: linesOf(answer, 'What these files say'),
    advice: answer.advice,
    fixes: answer.fixes.map(({ title }) => title),
    page: errorPage(answer, whereOf),
    after: (index = 0) => textAfter(answer, index),
  };
}

function linesOf({ blocks }: ErrorAnswer, heading: string): readonly string[] {
  const block = blocks.find((one) => one.heading === heading);
  return (block?.lines ?? []).map(({ text, place }) => (place ? `${text} (${whereOf(place)})` : text));
}

function whereOf({ analysis: { source, tree }, span }: Parameters<Parameters<typeof errorPage>[1]>[0]): string {
  return `${source.uri.replace('file:///', '')}:${lineIndexOf(source).positionAt(spanInText(tree, span).start).line + 1}`;
}

function textAfter({ fixes }: ErrorAnswer, index: number): string {
  const fix = fixes[index];
  if (!fix) throw new Error('There is no such change.');
  const { source, tree } = fix.analysis;
  const edits = editsInText(tree, fix.edits);
  expect(areCompatible(source.text, edits)).toBe(true);
  return applyEdits(source.text, edits);
}

/** IAM's sentence. */
export function refusal(
  caller: string,
  action: string,
  resource: string,
  reason = `because no identity-based policy allows the ${action} action`,
): string {
  return `User: arn:aws:sts::123456789012:assumed-role/${caller} is not authorized to perform: ${action} on resource: ${resource} ${reason}`;
}

export { dedent };
