/**
 * Requests of our own that ask about permissions: `lambdaIam/mayDo` ("Can Worker do dynamodb:Query on Orders?"), `lambdaIam/whoMayInvoke`,
 * and what helps to ask: `lambdaIam/functionsToAsk`, `lambdaIam/actionsLike`, `lambdaIam/resourcesFor`.
 */
import type { Position, Range, TextDocumentIdentifier, WorkspaceEdit } from 'vscode-languageserver';
import type { Analysis } from '../analysis/index.ts';
import {
  type Answer,
  type AnswerVerdict,
  actionsLike,
  answerPage,
  functionsToAsk,
  type MayDoQuestion,
  type Misunderstanding,
  mayDo,
  placesOf,
  resourcesFor,
  type Suggested,
  whoMayInvoke,
} from '../features/index.ts';
import type { Span } from '../text/span.ts';
import type { Context } from './context.ts';
import { fromPosition } from './fromProtocol.ts';
import { toRange, toWorkspaceEdit } from './toProtocol.ts';

export interface MayDoParams extends MayDoQuestion {
  readonly textDocument: TextDocumentIdentifier;
}

export interface WhoMayInvokeParams {
  readonly textDocument: TextDocumentIdentifier;
  /** The logical id. */
  readonly function: string;
}

export interface FunctionsToAskParams {
  readonly textDocument: TextDocumentIdentifier;
  /** The cursor; the function that it is in comes first. */
  readonly position?: Position;
}

export interface ActionsLikeParams {
  readonly textDocument: TextDocumentIdentifier;
  /** What is typed so far. */
  readonly text: string;
}

export interface ResourcesForParams {
  readonly textDocument: TextDocumentIdentifier;
  readonly action: string;
}

/** An answer as an editor shows it. */
export interface AnsweredPage {
  readonly title: string;
  readonly verdict: AnswerVerdict;
  /** The whole answer; it names the lines of what decides. */
  readonly markdown: string;
  /** What decides, in the order of the text above. */
  readonly places: readonly { readonly label: string; readonly range: Range }[];
  /** What would make it a yes. */
  readonly fix: { readonly title: string; readonly edit: WorkspaceEdit } | null;
}

export function answerMayDo(analysis: Analysis, question: MayDoQuestion, context: Context): AnsweredPage | Misunderstanding {
  return answered(mayDo(analysis, question), analysis, context);
}

export function answerWhoMayInvoke(
  analysis: Analysis,
  { function: fn }: Pick<WhoMayInvokeParams, 'function'>,
  context: Context,
): AnsweredPage | Misunderstanding {
  return answered(whoMayInvoke(analysis, fn), analysis, context);
}

export function suggestFunctions(analysis: Analysis, { position }: Pick<FunctionsToAskParams, 'position'>): readonly string[] {
  return functionsToAsk(analysis, position && fromPosition(position, analysis.tree));
}

export function suggestActions(analysis: Analysis, { text }: Pick<ActionsLikeParams, 'text'>): readonly Suggested[] {
  return actionsLike(analysis, text);
}

export function suggestResources(analysis: Analysis, { action }: Pick<ResourcesForParams, 'action'>): readonly Suggested[] {
  return resourcesFor(analysis, action);
}

function answered(answer: Answer | Misunderstanding, { tree }: Analysis, { support }: Context): AnsweredPage | Misunderstanding {
  if ('problem' in answer) return answer;
  const { title, verdict, fix } = answer;
  const lineOf = (span: Span): number => toRange(span, tree).start.line + 1;
  return {
    title,
    verdict,
    markdown: answerPage(answer, lineOf),
    places: placesOf(answer).map(({ label, span }) => ({ label, range: toRange(span, tree) })),
    fix: fix ? { title: fix.title, edit: toWorkspaceEdit(fix.edits, tree, support.versionedEdits) } : null,
  };
}
