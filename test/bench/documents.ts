import type { LanguageId } from '../../server/src/text/sourceText.ts';
import { generate } from './templates/index.ts';

/** A template to measure with. */
export interface BenchDocument {
  /** By its size in thousand lines: `7k YAML`. */
  readonly name: DocumentName;
  readonly languageId: LanguageId;
  readonly text: string;
  /** Behind the last character of each action in it, as offsets. */
  readonly actionEnds: readonly number[];
  /** Where the keystrokes go: behind an action in the middle. */
  readonly keystrokeAt: number;
}

/** How many functions each document has; the rest follows. */
const FUNCTIONS = {
  '1k YAML': 10,
  '7k YAML': 100,
  '14k JSON': 100,
  '38k YAML': 500,
  '71k JSON': 500,
  '50k YAML': 665,
} as const;

export type DocumentName = keyof typeof FUNCTIONS;

export function benchDocument(name: DocumentName): BenchDocument {
  const languageId = name.endsWith('JSON') ? 'json' : 'yaml';
  const text = generate({ functions: FUNCTIONS[name] })[languageId];
  const actionEnds = Array.from(text.matchAll(ACTION), ({ index, 0: word }) => index + word.length);
  return { name, languageId, text, actionEnds, keystrokeAt: actionEnds[Math.floor(actionEnds.length / 2)] ?? 0 };
}

/** Some of the actions, evenly spread over the document. */
export function someActions({ actionEnds }: BenchDocument, count: number): readonly number[] {
  const step = Math.max(1, Math.floor(actionEnds.length / count));
  return actionEnds.filter((_, index) => index % step === 0).slice(0, count);
}

/** An action in a list of a policy, in either language. */
const ACTION = /(?<=^ +(?:- |"))[a-z0-9-]+:[A-Z]\w+(?="?,?$)/gm;

export function isDocumentName(name: string): name is DocumentName {
  return Object.hasOwn(FUNCTIONS, name);
}
