export { addPermissionCommand } from './addPermissionCommand.ts';
export { type CodeAction, codeActionsAt } from './codeActions.ts';
export { type CodeLens, type LensSubject, type LensText, lensesOf, lensText } from './codeLens/index.ts';
export {
  type Completion,
  type Completions,
  completionsAt,
  documentationOf,
  filled,
  type SuggestionKind,
  snippetOf,
} from './completion/index.ts';
export {
  type AccessExplanation,
  explain,
  type FunctionExplanation,
  type InvokerExplanation,
  type NeedExplanation,
  type PermissionExplanation,
  type TemplateExplanation,
} from './explain.ts';
export { type AppliedFix, type Fixed, fixAll, fixAllEdits } from './fixAll.ts';
export { type FunctionPage, functionPage } from './functionPage.ts';
export { type Hover, hoverAt } from './hover.ts';
export { type InlayHint, inlayHintsIn } from './inlayHints/index.ts';
export { type AddedPermissions, addMissingPermissions } from './missingPermissions.ts';
export {
  actionLinksOf,
  actionLinkTarget,
  type DocumentSymbol,
  definitionAt,
  documentSymbolsOf,
  namePlacesAt,
  type Refusal,
  renameAt,
  renamePlaceAt,
  type SymbolSort,
  selectionsAt,
} from './navigation/index.ts';
export {
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
} from './questions/index.ts';
export { type RuleEntry, ruleList, rulePage } from './rulePage.ts';
