import { parseTree } from 'jsonc-parser';
import { type CollectionTag, LineCounter, parseDocument, type ScalarTag } from 'yaml';
import type { BenchDocument } from './documents.ts';

/**
 * Parses a document as a whole with the bare library: `yaml` or `jsonc-parser`. What all times are held against, because a server that
 * parses the whole text after a keystroke cannot be faster.
 */
export function bareParse({ languageId, text }: Pick<BenchDocument, 'languageId' | 'text'>): void {
  if (languageId === 'json') parseTree(text);
  else parseDocument(text, { customTags, logLevel: 'silent', lineCounter: new LineCounter() });
}

/** The short forms of the intrinsic functions that the templates use. */
const customTags: (ScalarTag | CollectionTag)[] = ['!Ref', '!Sub', '!GetAtt'].map((tag) => ({
  tag,
  resolve: (value: unknown) => value,
}));
