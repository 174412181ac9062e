import type { CodeLens, Command } from 'vscode-languageserver';
import type { Analysis } from '../analysis/index.ts';
import { lensesOf, lensText } from '../features/index.ts';
import { type LensData, lensDataOf } from './codeLensData.ts';
import type { Context } from './context.ts';
import { toRange } from './toProtocol.ts';

/** The command of the client that explains a function: it takes the document's URI and the logical id. */
const EXPLAIN_COMMAND = 'lambdaIam.explainFunction';

/** The lenses of a document, without their words. */
export function codeLenses(analysis: Analysis, { settings }: Context): CodeLens[] {
  if (!settings(analysis.source.uri).codeLens) return [];
  const { source, tree } = analysis;
  return lensesOf(analysis).map(({ span, subject }) => {
    const data: LensData = { uri: source.uri, subject };
    return { range: toRange(span, tree), data };
  });
}

/** Adds the words to a lens that is about to be shown. */
export function resolveCodeLens(analysis: Analysis, lens: CodeLens): CodeLens {
  const data = lensDataOf(lens);
  const text = data && lensText(data.subject, analysis);
  if (!data || !text) return lens;
  return { ...lens, command: text.explains === undefined ? inert(text.title) : explain(text.title, data.uri, text.explains) };
}

/** Editors show a command without a name as plain text. */
function inert(title: string): Command {
  return { title, command: '' };
}

function explain(title: string, uri: string, logicalId: string): Command {
  return { title, command: EXPLAIN_COMMAND, arguments: [uri, logicalId] };
}
