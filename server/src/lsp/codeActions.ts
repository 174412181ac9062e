import type { CodeAction, CodeActionParams } from 'vscode-languageserver';
import type { Analysis } from '../analysis/index.ts';
import { codeActionsAt, type CodeAction as EngineAction, fixAllEdits } from '../features/index.ts';
import type { Span } from '../text/span.ts';
import { FIX_ALL_KIND, isWanted, type Recipe, recipeOf } from './codeActionKinds.ts';
import { type Context, findingsOf } from './context.ts';
import { toDiagnostic } from './diagnostics.ts';
import { fromRange } from './fromProtocol.ts';
import { toWorkspaceEdit } from './toProtocol.ts';

export function codeActions(
  analysis: Analysis,
  { range, context: { only } }: Pick<CodeActionParams, 'range' | 'context'>,
  context: Context,
): CodeAction[] {
  if (!context.support.codeActionLiterals) return [];
  const span = fromRange(range, analysis.tree);
  const actions = actionsAt(analysis, span, context)
    .map((action, index) => toCodeAction(action, { span, index }, analysis, context))
    .filter(({ kind }) => isWanted(kind ?? '', only));
  return [...actions, ...fixAllAction(analysis, only, context)];
}

/** Adds the edit to a code action that the user has chosen. An action of an older version of the document stays without. */
export function resolveCodeAction(analysis: Analysis, action: CodeAction, context: Context): CodeAction {
  const recipe = recipeOf(action);
  if (recipe?.version !== analysis.source.version) return action;
  const edits = recipe.action
    ? actionsAt(analysis, recipe.action.span, context)[recipe.action.index]?.edits()
    : fixAllEdits(analysis, (version) => findingsOf(version, context));
  return edits ? { ...action, edit: toWorkspaceEdit(edits, analysis.tree, context.support.versionedEdits) } : action;
}

function actionsAt(analysis: Analysis, span: Span, context: Context): readonly EngineAction[] {
  return codeActionsAt(analysis, span, findingsOf(analysis, context));
}

function toCodeAction(
  action: EngineAction,
  place: { readonly span: Span; readonly index: number },
  analysis: Analysis,
  context: Context,
): CodeAction {
  const shown: CodeAction = {
    title: action.title,
    kind: action.kind,
    isPreferred: action.preferred,
    diagnostics: action.findings.map((finding) => toDiagnostic(finding, analysis, context.support)),
  };
  return withEdit(shown, { action: place }, analysis, context);
}

/** Only where the client asks for such actions: the user's menu of quick fixes stays short. */
function fixAllAction(analysis: Analysis, only: readonly string[] | undefined, context: Context): readonly CodeAction[] {
  if (only === undefined || !isWanted(FIX_ALL_KIND, only)) return [];
  if (!findingsOf(analysis, context).some((finding) => finding.fixes().some(({ preferred }) => preferred))) return [];
  return [withEdit({ title: 'Fix all Lambda IAM problems in this file', kind: FIX_ALL_KIND }, {}, analysis, context)];
}

/** With what it is remade from, for clients that ask for the edit later, or with the edit itself. */
function withEdit(action: CodeAction, which: Pick<Recipe, 'action'>, analysis: Analysis, context: Context): CodeAction {
  const { uri, version } = analysis.source;
  const recipe: Recipe = { uri, version, ...which };
  const waiting = { ...action, data: recipe };
  if (context.support.resolvesEdits) return waiting;
  const { data: _recipe, ...resolved } = resolveCodeAction(analysis, waiting, context);
  return resolved;
}
