import { expect } from 'vitest';
import type { Analysis } from '../../../server/src/analysis/index.ts';
import {
  type Answer,
  type AnswerVerdict,
  type Misunderstanding,
  mayDo,
  whoMayInvoke,
} from '../../../server/src/features/index.ts';
import { editsInText, spanInText } from '../../../server/src/syntax/index.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';
import { analysed, dedent, jsonTwin } from '../../harness/index.ts';

/** A template in both languages. */
export function inBoth(text: string): readonly Analysis[] {
  const yaml = dedent(text);
  return [analysed(yaml), analysed(jsonTwin(yaml), 'json')];
}

/** What an answer is expected to be; the question is `action`, or `action resource`. */
export interface Expected {
  readonly verdict: AnswerVerdict;
  /** The labels of what decides or may decide, in order; by default none. */
  readonly by?: readonly string[];
  /** What it depends on: a piece of each point, in order. */
  readonly points?: readonly (string | RegExp)[];
  /** A piece of the summary. */
  readonly says?: string | RegExp;
  /** Whether an edit is offered; by default it is not. */
  readonly isFixable?: boolean;
}

/** Asks whether `Worker` may do something, in YAML and in JSON. */
export function checkMayDo(template: string, question: string, expected: Expected): void {
  const [action = '', resource] = question.split(' ');
  for (const analysis of inBoth(template)) {
    const answer = understood(mayDo(analysis, { function: 'Worker', action, resource }));
    expect(answer.verdict, question).toBe(expected.verdict);
    if (expected.says !== undefined) expect(answer.summary).toMatch(expected.says);
    expect(labelsOf(answer, analysis), question).toEqual(expected.by ?? []);
    const points = answer.blocks.find(({ heading }) => heading === 'It depends on')?.lines.map(({ text }) => text) ?? [];
    expect(points.length, question).toBe(expected.points?.length ?? 0);
    for (const [i, point] of (expected.points ?? []).entries()) expect(points[i]).toMatch(point);
    expect(answer.fix !== undefined, `${question}: a fix`).toBe(expected.isFixable ?? false);
    if (answer.fix) checkFix(analysis, answer, { action, resource });
  }
}

/** After the edit the answer must be yes. */
function checkFix(
  analysis: Analysis,
  { fix }: Answer,
  question: { readonly action: string; readonly resource: string | undefined },
): void {
  const text = applyEdits(analysis.source.text, editsInText(analysis.tree, fix?.edits ?? []));
  const after = analysed(text, analysis.source.languageId);
  expect(after.problems).toEqual([]);
  expect(understood(mayDo(after, { function: 'Worker', ...question })).verdict, text).toBe('yes');
}

/** The labels of the places that decide or come close, each of which must be in the text. */
function labelsOf({ blocks }: Answer, { source, tree }: Analysis): readonly string[] {
  const places = blocks
    .filter(({ heading }) => heading !== 'What it may do there')
    .flatMap(({ lines }) => lines.flatMap(({ place }) => place ?? []));
  for (const { span } of places) {
    const { start, end } = spanInText(tree, span);
    expect(source.text.slice(start, end).trim()).not.toBe('');
  }
  return [...new Set(places.map(({ label }) => label))];
}

export function understood(answer: Answer | Misunderstanding): Answer {
  if ('problem' in answer) throw new Error(answer.problem);
  return answer;
}

/** Asks who can invoke `Worker`, in YAML and in JSON: the verdict and all lines under their headings must be these. */
export function checkWho(
  template: string,
  verdict: AnswerVerdict,
  expected: Readonly<Record<string, readonly (string | RegExp)[]>>,
): void {
  for (const analysis of inBoth(template)) {
    const answer = understood(whoMayInvoke(analysis, 'Worker'));
    expect(answer.verdict).toBe(verdict);
    expect(answer.blocks.map(({ heading }) => heading)).toEqual(Object.keys(expected));
    for (const { heading, lines } of answer.blocks) {
      const wanted = expected[heading] ?? [];
      expect(lines.length, heading).toBe(wanted.length);
      for (const [i, { text }] of lines.entries()) expect(text).toMatch(wanted[i] ?? '');
    }
  }
}
