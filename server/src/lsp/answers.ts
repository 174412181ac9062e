/**
 * The answers of the server for a document, from the engine. Of the language server library this part only has types, so that a host
 * can load it on its own.
 */
import type {
  CodeAction,
  CodeActionParams,
  CodeLens,
  CompletionItem,
  CompletionList,
  CompletionParams,
  DefinitionParams,
  Diagnostic,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  Hover,
  HoverParams,
  InlayHint,
  InlayHintParams,
  Location,
  ReferenceParams,
  RenameParams,
  SelectionRange,
  SelectionRangeParams,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { DocumentKind, Knowledge } from '../analysis/index.ts';
import { isConfigurationFile, resolve } from '../configuration/index.ts';
import {
  type FunctionPage,
  type Misunderstanding,
  type Refusal,
  type RuleEntry,
  ruleList,
  rulePage,
  type Suggested,
} from '../features/index.ts';
import { createAnalyses } from './analyses.ts';
import { codeActions, resolveCodeAction } from './codeActions.ts';
import { codeLenses, resolveCodeLens } from './codeLens.ts';
import { completion, resolveCompletion } from './completion.ts';
import { configurationDiagnostics } from './configurationDiagnostics.ts';
import type { Context, Surroundings } from './context.ts';
import { type DataSummary, dataSummary } from './dataSummary.ts';
import { diagnostics } from './diagnostics.ts';
import { documentKind } from './documentKind.ts';
import { documentLinks, resolveDocumentLink } from './documentLink.ts';
import { documentSymbols } from './documentSymbol.ts';
import { fileDiagnostics } from './fileDiagnostics.ts';
import { fromDocument } from './fromProtocol.ts';
import { hover } from './hover.ts';
import { inlayHints } from './inlayHint.ts';
import { type MissingPermissions, missingPermissions } from './missingPermissions.ts';
import { definition, documentHighlights, references } from './names.ts';
import { type AddPermissionParams, addPermission, type FunctionPageParams, pageOfFunction } from './ofFunctions.ts';
import { type AnsweredError, type PastedErrorParams, pastedError } from './pastedError.ts';
import {
  type PermissionMapFileParams,
  type PermissionMapParams,
  permissionMap,
  permissionMapFile,
  type ShownMap,
} from './permissionMap.ts';
import { createProjects } from './projects.ts';
import {
  type ActionsLikeParams,
  type AnsweredPage,
  answerMayDo,
  answerWhoMayInvoke,
  type FunctionsToAskParams,
  type MayDoParams,
  type ResourcesForParams,
  suggestActions,
  suggestFunctions,
  suggestResources,
  type WhoMayInvokeParams,
} from './questions.ts';
import { prepareRename, type RenameRange, rename } from './rename.ts';
import { selectionRanges } from './selectionRange.ts';

export type { Surroundings } from './context.ts';

export interface Answers {
  /** To be awaited before anything is asked about a document: reads what its project wants. */
  readonly prepare: (uri: string) => Promise<void>;
  readonly diagnostics: (document: TextDocument) => Diagnostic[];
  /** The diagnostics of a file that is not open; nothing else is kept of it. */
  readonly diagnosticsOfFile: (uri: string, text: string) => Diagnostic[];
  readonly hover: (document: TextDocument, params: Pick<HoverParams, 'position'>) => Hover | null;
  readonly completion: (document: TextDocument, params: Pick<CompletionParams, 'position' | 'context'>) => CompletionList;
  /** Adds the documentation to a completion that is looked at. */
  readonly resolveCompletion: (document: TextDocument, item: CompletionItem) => CompletionItem;
  readonly codeActions: (document: TextDocument, params: Pick<CodeActionParams, 'range' | 'context'>) => CodeAction[];
  readonly documentKind: (document: TextDocument) => DocumentKind;
  readonly functionPage: (document: TextDocument, params: FunctionPageParams) => FunctionPage | null;
  readonly addPermission: (document: TextDocument, params: AddPermissionParams) => string | null;
  readonly missingPermissions: (document: TextDocument) => MissingPermissions;
  readonly mayDo: (document: TextDocument, params: MayDoParams) => AnsweredPage | Misunderstanding;
  readonly whoMayInvoke: (document: TextDocument, params: WhoMayInvokeParams) => AnsweredPage | Misunderstanding;
  readonly functionsToAsk: (document: TextDocument, params: FunctionsToAskParams) => readonly string[];
  readonly actionsLike: (document: TextDocument, params: ActionsLikeParams) => readonly Suggested[];
  readonly resourcesFor: (document: TextDocument, params: ResourcesForParams) => readonly Suggested[];
  readonly permissionMap: (document: TextDocument, params: PermissionMapParams) => ShownMap | null;
  readonly permissionMapFile: (document: TextDocument, params: PermissionMapFileParams) => string | null;
  readonly codeLenses: (document: TextDocument) => CodeLens[];
  /** Adds the words to a lens that is about to be shown. */
  readonly resolveCodeLens: (document: TextDocument, lens: CodeLens) => CodeLens;
  readonly inlayHints: (document: TextDocument, params: Pick<InlayHintParams, 'range'>) => InlayHint[];
  readonly definition: (document: TextDocument, params: Pick<DefinitionParams, 'position'>) => Location | null;
  readonly references: (document: TextDocument, params: Pick<ReferenceParams, 'position' | 'context'>) => Location[] | null;
  readonly documentHighlights: (document: TextDocument, params: Pick<DefinitionParams, 'position'>) => DocumentHighlight[] | null;
  readonly prepareRename: (document: TextDocument, params: Pick<RenameParams, 'position'>) => RenameRange | Refusal | null;
  readonly rename: (document: TextDocument, params: Pick<RenameParams, 'position' | 'newName'>) => WorkspaceEdit | Refusal | null;
  readonly documentSymbols: (document: TextDocument) => DocumentSymbol[];
  readonly documentLinks: (document: TextDocument) => DocumentLink[];
  /** Adds the page to a link that is about to be followed. */
  readonly resolveDocumentLink: (document: TextDocument, link: DocumentLink) => DocumentLink;
  readonly selectionRanges: (document: TextDocument, params: Pick<SelectionRangeParams, 'positions'>) => SelectionRange[];
  /** Adds the edit to an action that the user has chosen. */
  readonly resolveCodeAction: (document: TextDocument, action: CodeAction) => CodeAction;
  /** @param open gives the documents that are open in the editor */
  readonly pastedError: (params: PastedErrorParams, open: (uri: string) => TextDocument | undefined) => Promise<AnsweredError>;
  readonly rules: () => readonly RuleEntry[];
  readonly rulePage: (ruleId: string) => string | null;
  readonly data: () => DataSummary;
  /** To be called when a document is closed. */
  readonly forget: (uri: string) => void;
  /** To be called when a project's configuration has changed. */
  readonly forgetProjects: () => void;
}

/** @param knowledge called when the first document is analysed */
export function createAnswers(knowledge: () => Knowledge, surroundings: Surroundings): Answers {
  const analyses = createAnalyses(knowledge);
  const projects = createProjects(surroundings);
  const context: Context = {
    ...surroundings,
    resolvedFor: (uri) => resolve(uri, projects.of(uri), surroundings.settings(uri)),
  };
  return {
    prepare: projects.prepare,
    diagnostics: (document) =>
      isConfigurationFile(document.uri)
        ? configurationDiagnostics(fromDocument(document))
        : diagnostics(analyses.of(document), context),
    diagnosticsOfFile: (uri, text) => fileDiagnostics(uri, text, knowledge, context),
    hover: (document, { position }) => hover(analyses.of(document), position, context),
    completion: (document, params) => completion(analyses.of(document), params, context),
    resolveCompletion: (document, item) => resolveCompletion(analyses.of(document), item, context),
    codeActions: (document, params) => codeActions(analyses.of(document), params, context),
    resolveCodeAction: (document, action) => resolveCodeAction(analyses.of(document), action, context),
    documentKind: (document) => documentKind(analyses.of(document)),
    codeLenses: (document) => codeLenses(analyses.of(document), context),
    resolveCodeLens: (document, lens) => resolveCodeLens(analyses.of(document), lens),
    inlayHints: (document, { range }) => inlayHints(analyses.of(document), range, context),
    definition: (document, { position }) => definition(analyses.of(document), position),
    references: (document, params) => references(analyses.of(document), params),
    documentHighlights: (document, { position }) => documentHighlights(analyses.of(document), position),
    prepareRename: (document, { position }) => prepareRename(analyses.of(document), position),
    rename: (document, params) => rename(analyses.of(document), params, context),
    documentSymbols: (document) => documentSymbols(analyses.of(document)),
    documentLinks: (document) => documentLinks(analyses.of(document)),
    resolveDocumentLink: (document, link) => resolveDocumentLink(analyses.of(document), link),
    selectionRanges: (document, { positions }) => selectionRanges(analyses.of(document), positions),
    functionPage: (document, params) => pageOfFunction(analyses.of(document), params),
    addPermission: (document, params) => addPermission(analyses.of(document), params),
    missingPermissions: (document) => missingPermissions(analyses.of(document), context),
    mayDo: (document, params) => answerMayDo(analyses.of(document), params, context),
    whoMayInvoke: (document, params) => answerWhoMayInvoke(analyses.of(document), params, context),
    functionsToAsk: (document, params) => suggestFunctions(analyses.of(document), params),
    actionsLike: (document, params) => suggestActions(analyses.of(document), params),
    resourcesFor: (document, params) => suggestResources(analyses.of(document), params),
    permissionMap: (document, params) => permissionMap(analyses.of(document), params, context),
    permissionMapFile: (document, params) => permissionMapFile(analyses.of(document), params, context),
    pastedError: (params, open) =>
      pastedError(params, { ...surroundings, knowledge: knowledge(), open, analysisOf: analyses.of }),
    rules: ruleList,
    rulePage: (ruleId) => rulePage(ruleId) ?? null,
    data: () => dataSummary(knowledge(), surroundings.today?.()),
    forget: analyses.forget,
    forgetProjects: projects.forget,
  };
}
