import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver';
import type { Analysis } from '../analysis/index.ts';
import { codeActionsAt, type CodeAction as EngineAction, fixAllEdits } from '../features/index.ts';
import type { Span } from '../text/span.ts';
import { toDiagnostic } from './diagnostics.ts';
import { fromRange } from './fromProtocol.ts';
import { findingsOf, type Session } from './session.ts';
import { toWorkspaceEdit } from './toProtocol.ts';

/** The kind under which clients find "fix all", for instance in `editor.codeActionsOnSave`. */
export const FIX_ALL_KIND = `${CodeActionKind.SourceFixAll}.lambdaIam`;

/** What a code action that waits for its edit is remade from. */
interface Recipe {
  readonly uri: string;
  readonly version: number;
  /** The place among the actions at the span; absent for "fix all". */
  readonly action?: { readonly span: Span; readonly index: number };
}

export function codeActions({ textDocument, range, context }: CodeActionParams, session: Session): CodeAction[] {
  const analysis = session.analysisOf(textDocument.uri);
  if (!analysis || !session.support.codeActionLiterals) return [];
  const span = fromRange(range, analysis.source);
  const actions = actionsAt(analysis, span, session)
    .map((action, index) => toCodeAction(action, { span, index }, analysis, session))
    .filter(({ kind }) => isWanted(kind ?? '', context.only));
  return [...actions, ...fixAllAction(analysis, context.only, session)];
}

/** Adds the edit to a code action that the user has chosen. An action of an older version of the document stays without. */
export function resolveCodeAction(action: CodeAction, session: Session): CodeAction {
  const recipe: unknown = action.data;
  if (!isRecipe(recipe)) return action;
  const analysis = session.analysisOf(recipe.uri);
  if (analysis?.source.version !== recipe.version) return action;
  const edits = recipe.action
    ? actionsAt(analysis, recipe.action.span, session)[recipe.action.index]?.edits()
    : fixAllEdits(analysis, (version) => findingsOf(version, session));
  return edits ? { ...action, edit: toWorkspaceEdit(edits, analysis.source, session.support.versionedEdits) } : action;
}

function actionsAt(analysis: Analysis, span: Span, session: Session): readonly EngineAction[] {
  return codeActionsAt(analysis, span, findingsOf(analysis, session));
}

function toCodeAction(
  action: EngineAction,
  place: { readonly span: Span; readonly index: number },
  analysis: Analysis,
  session: Session,
): CodeAction {
  const shown: CodeAction = {
    title: action.title,
    kind: action.kind,
    isPreferred: action.preferred,
    diagnostics: action.findings.map((finding) => toDiagnostic(finding, analysis, session.support)),
  };
  return withEdit(shown, { ...recipeOf(analysis), action: place }, session);
}

/** Only where the client asks for such actions: the user's menu of quick fixes stays short. */
function fixAllAction(analysis: Analysis, only: readonly string[] | undefined, session: Session): readonly CodeAction[] {
  if (only === undefined || !isWanted(FIX_ALL_KIND, only)) return [];
  if (!findingsOf(analysis, session).some((finding) => finding.fixes().some(({ preferred }) => preferred))) return [];
  const action: CodeAction = { title: 'Fix all Lambda IAM problems in this file', kind: FIX_ALL_KIND };
  return [withEdit(action, recipeOf(analysis), session)];
}

function withEdit(action: CodeAction, recipe: Recipe, session: Session): CodeAction {
  const waiting = { ...action, data: recipe };
  if (session.support.resolvesEdits) return waiting;
  const { data: _recipe, ...resolved } = resolveCodeAction(waiting, session);
  return resolved;
}

function recipeOf({ source }: Analysis): Recipe {
  return { uri: source.uri, version: source.version };
}

/** Kinds are hierarchical: who asks for `source` also wants `source.fixAll.lambdaIam`. */
function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return only === undefined || only.some((wanted) => kind === wanted || wanted === '' || kind.startsWith(`${wanted}.`));
}

/** The client gives back what it was given, but a broken one may not. */
function isRecipe(data: unknown): data is Recipe {
  return typeof data === 'object' && data !== null && 'uri' in data && 'version' in data;
}
