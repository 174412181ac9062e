/** A request of our own about an error that people paste, `lambdaIam/pastedError`: what it means for their documents, and the edits. */
import type { Range, TextDocumentIdentifier, WorkspaceEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Analysis, analyse, type Knowledge } from '../analysis/index.ts';
import {
  answerTo,
  answerToUnknown,
  type ErrorAnswer,
  type ErrorFix,
  type ErrorPlace,
  errorPage,
  firstPlace,
  readError,
} from '../features/errors/index.ts';
import { sourceText } from '../syntax/index.ts';
import type { Surroundings } from './context.ts';
import { toRange, toWorkspaceEdit } from './toProtocol.ts';

export interface PastedErrorParams {
  readonly text: string;
  /** The documents to look in: open ones, and files. Those that are no templates do no harm. */
  readonly textDocuments: readonly TextDocumentIdentifier[];
}

/** The answer as an editor shows it. */
export interface AnsweredError {
  /** Whether the text reads as an error about permissions. */
  readonly isRead: boolean;
  /** What has happened, as a heading. */
  readonly title: string;
  readonly markdown: string;
  /** What adds what is lacking, the likeliest first. */
  readonly edits: readonly { readonly title: string; readonly uri: string; readonly edit: WorkspaceEdit }[];
  /** Where to look first. */
  readonly place: { readonly uri: string; readonly range: Range } | null;
}

/** What the answer takes besides the question. */
export interface ErrorDesk extends Pick<Surroundings, 'support' | 'settings' | 'readFile'> {
  readonly knowledge: Knowledge;
  readonly open: (uri: string) => TextDocument | undefined;
  readonly analysisOf: (document: TextDocument) => Analysis;
}

export async function pastedError({ text, textDocuments }: PastedErrorParams, desk: ErrorDesk): Promise<AnsweredError> {
  const error = readError(text);
  if (!error) return shown(answerToUnknown(), false, desk);
  const uris = [...new Set(textDocuments.map(({ uri }) => uri))];
  const documents: Analysis[] = [];
  for (const uri of uris) {
    const analysis = await analysisAt(uri, desk);
    if (analysis?.template) documents.push(analysis);
  }
  return shown(answerTo(error, documents, desk.knowledge), true, desk);
}

/** What every template has in its text: other files need not be read any further. */
const TRACE = /Resources/;

async function analysisAt(
  uri: string,
  { open, analysisOf, readFile, knowledge, settings }: ErrorDesk,
): Promise<Analysis | undefined> {
  if (!settings(uri).enable) return undefined;
  const document = open(uri);
  if (document) return analysisOf(document);
  const text = await readFile?.(uri);
  return text !== undefined && TRACE.test(text) ? analyse(sourceText(uri, text, 0), knowledge) : undefined;
}

function shown(answer: ErrorAnswer, isRead: boolean, desk: ErrorDesk): AnsweredError {
  const place = firstPlace(answer);
  return {
    isRead,
    title: answer.title,
    markdown: errorPage(answer, link),
    edits: answer.fixes.map((fix) => ({ title: fix.title, uri: fix.analysis.source.uri, edit: editOf(fix, desk) })),
    place: place ? { uri: place.analysis.source.uri, range: toRange(place.span, place.analysis.tree) } : null,
  };
}

/** A document that is not open has no version. */
function editOf({ analysis, edits }: ErrorFix, { support, open }: ErrorDesk): WorkspaceEdit {
  const isOpen = open(analysis.source.uri) !== undefined;
  return toWorkspaceEdit(edits, analysis.tree, support.versionedEdits && isOpen);
}

/** The file with its folder and the line, as a link that an editor follows. */
function link({ analysis: { source, tree }, span }: ErrorPlace): string {
  const line = toRange(span, tree).start.line + 1;
  const steps = source.uri
    .replace(/^[\w-]+:\/*/, '')
    .replaceAll('%20', ' ')
    .split('/');
  const name = steps.slice(-2).join('/');
  return `[${name}, line ${line}](${source.uri}#L${line})`;
}
