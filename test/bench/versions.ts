import type { Analysis } from '../../server/src/analysis/index.ts';
import { checkAll } from '../../server/src/rules/index.ts';
import { sourceText } from '../../server/src/syntax/index.ts';
import type { SourceText } from '../../server/src/text/sourceText.ts';
import type { BenchDocument } from './documents.ts';

/** One version after another: a character is typed and deleted in turn. */
export function versionsOf({ languageId, text, keystrokeAt }: BenchDocument): () => SourceText {
  const typed = `${text.slice(0, keystrokeAt)}x${text.slice(keystrokeAt)}`;
  let version = 0;
  return () => sourceText('file:///template', version++ % 2 === 0 ? text : typed, version, languageId);
}

/** An analysis of which all is worked out that its diagnostics need. */
export function checked(analysis: Analysis): Analysis {
  checkAll(analysis);
  return analysis;
}
