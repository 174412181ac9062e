/** The language server without its host: what a client is offered, and where each message goes. */
import {
  type CancellationToken,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  type ResponseError,
  type ServerCapabilities,
  type TextDocumentIdentifier,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Answers } from './answers.ts';
import { answerCatalogue } from './catalogue.ts';
import { type ClientSupport, clientSupportOf } from './clientSupport.ts';
import { CODE_ACTION_KINDS, recipeOf } from './codeActionKinds.ts';
import { lensDataOf } from './codeLensData.ts';
import { completionDataOf, TRIGGER_CHARACTERS } from './completionItems.ts';
import { followConfigurationFiles } from './configurationFiles.ts';
import { linkDataOf } from './documentLinkData.ts';
import { describeError } from './errors.ts';
import { guarded } from './guarded.ts';
import type { Host } from './host.ts';
import { followSettings, type LiveSettings } from './liveSettings.ts';
import {
  onActionsLike,
  onAddPermission,
  onDocumentKind,
  onFunctionPage,
  onFunctionsToAsk,
  onMayDo,
  onMissingPermissions,
  onPermissionMap,
  onPermissionMapFile,
  onResourcesFor,
  onWhoMayInvoke,
} from './ownRequests.ts';
import { answerPulls, pushDiagnostics } from './publishing.ts';
import { refreshShown } from './refreshing.ts';
import { refusing } from './refusing.ts';

export type { Host } from './host.ts';

/** Serves a client until the connection ends. */
export function startServer(connection: Connection, host: Host): void {
  connection.onInitialize((params) => initialize(connection, host, params));
  connection.listen();
}

/** What lies between a message and its answer. */
interface Desk {
  readonly log: (message: string) => void;
  /** An answer for an open document; `nothing` when it is not open or the user wants no checks. */
  readonly answer: <R>(uri: string, nothing: R, from: (answers: Answers, document: TextDocument) => R) => Promise<R>;
}

function initialize(connection: Connection, host: Host, params: InitializeParams): InitializeResult {
  const support = clientSupportOf(params.capabilities, params.clientInfo?.name);
  const log = (message: string): void => connection.console.error(message);
  const documents = new TextDocuments(TextDocument);
  const initialized = new Promise<void>((done) => connection.onInitialized(() => done()));
  const settings = followSettings(connection, support, initialized, params.initializationOptions, () => {
    refresh();
    refreshShown(connection, support);
  });
  const answers = initialized.then(() =>
    host.loadAnswers({ support, settings: settings.current, log, readFile: host.readFile, today: host.today }),
  );
  const desk = deskFor(documents, settings, answers, log);
  const checking = {
    log,
    diagnosticsOf: async (uri: string) => {
      await settings.known;
      return desk.answer(uri, [], (from, document) => from.diagnostics(document));
    },
  };
  const refresh = support.pullsDiagnostics
    ? answerPulls(connection, support.refreshesDiagnostics, checking)
    : pushDiagnostics(connection, documents, host.defer, checking);
  answers.catch((error) => log(`The engine cannot be loaded: ${describeError(error)}`));
  documents.onDidClose(({ document }) => void answers.then(({ forget }) => forget(document.uri)).catch(() => undefined));
  followConfigurationFiles(connection, documents, support, initialized, () => {
    void answers.then(({ forgetProjects }) => forgetProjects()).then(refresh, () => undefined);
  });
  answerRequests(connection, desk);
  answerCatalogue(connection, answers, log);
  documents.listen(connection);
  return { capabilities: capabilitiesFor(support), serverInfo: { name: 'lambda-iam', version: host.version } };
}

function deskFor(
  documents: TextDocuments<TextDocument>,
  settings: LiveSettings,
  answers: Promise<Answers>,
  log: Desk['log'],
): Desk {
  return {
    log,
    answer: async (uri, nothing, from) => {
      const loaded = await answers;
      await loaded.prepare(uri);
      const document = settings.current().enable ? documents.get(uri) : undefined;
      return document ? from(loaded, document) : nothing;
    },
  };
}

/** Requests about a document: each is a line here, a line in `answers.ts` and a file that turns its parameters into an answer. */
function answerRequests(connection: Connection, desk: Desk): void {
  const about = answersAbout(desk);
  about(connection.onHover, 'Hover', null, ({ hover }) => hover);
  about(connection.onCompletion, 'Completion', { isIncomplete: true, items: [] }, ({ completion }) => completion);
  about(connection.onCodeAction, 'Code actions', [], ({ codeActions }) => codeActions);
  about(connection.onCodeLens, 'Code lenses', [], ({ codeLenses }) => codeLenses);
  about(connection.languages.inlayHint.on, 'Inlay hints', [], ({ inlayHints }) => inlayHints);
  about(connection.onDefinition, 'The definition', null, ({ definition }) => definition);
  about(connection.onReferences, 'References', null, ({ references }) => references);
  about(connection.onDocumentHighlight, 'Highlights', null, ({ documentHighlights }) => documentHighlights);
  about(refusing(connection.onPrepareRename), 'What is renamed', null, ({ prepareRename }) => prepareRename);
  about(refusing(connection.onRenameRequest), 'Rename', null, ({ rename }) => rename);
  about(connection.onDocumentSymbol, 'Symbols', [], ({ documentSymbols }) => documentSymbols);
  about(connection.onDocumentLinks, 'Links', [], ({ documentLinks }) => documentLinks);
  about(connection.onSelectionRanges, 'Selection ranges', [], ({ selectionRanges }) => selectionRanges);
  about(onDocumentKind(connection), 'The kind of a document', 'none', ({ documentKind }) => documentKind);
  about(onFunctionPage(connection), 'The account of a function', null, ({ functionPage }) => functionPage);
  about(onAddPermission(connection), 'The call that adds a permission', null, ({ addPermission }) => addPermission);
  about(onMissingPermissions(connection), 'What is missing', null, ({ missingPermissions }) => missingPermissions);
  about(onMayDo(connection), 'What a function may do', null, ({ mayDo }) => mayDo);
  about(onWhoMayInvoke(connection), 'Who can invoke a function', null, ({ whoMayInvoke }) => whoMayInvoke);
  about(onFunctionsToAsk(connection), 'Functions to ask about', [], ({ functionsToAsk }) => functionsToAsk);
  about(onActionsLike(connection), 'Actions to ask about', [], ({ actionsLike }) => actionsLike);
  about(onResourcesFor(connection), 'Resources to ask about', [], ({ resourcesFor }) => resourcesFor);
  about(onPermissionMap(connection), 'The permission map', null, ({ permissionMap }) => permissionMap);
  about(onPermissionMapFile(connection), 'The permission map as a file', null, ({ permissionMapFile }) => permissionMapFile);
  connection.onCodeLensResolve((lens, token) =>
    guarded(desk.log, 'A code lens', lens, () =>
      desk.answer(lensDataOf(lens)?.uri ?? '', lens, (answers, document) => answers.resolveCodeLens(document, lens)),
    )(lens, token),
  );
  connection.onDocumentLinkResolve((link, token) =>
    guarded(desk.log, 'A link', link, () =>
      desk.answer(linkDataOf(link)?.uri ?? '', link, (answers, document) => answers.resolveDocumentLink(document, link)),
    )(link, token),
  );
  connection.onCompletionResolve((item, token) =>
    guarded(desk.log, 'A completion', item, () =>
      desk.answer(completionDataOf(item)?.uri ?? '', item, (answers, document) => answers.resolveCompletion(document, item)),
    )(item, token),
  );
  connection.onCodeActionResolve((action, token) =>
    guarded(desk.log, 'A code action', action, () =>
      desk.answer(recipeOf(action)?.uri ?? '', action, (answers, document) => answers.resolveCodeAction(document, action)),
    )(action, token),
  );
}

type Handler<P, R> = (params: P, token: CancellationToken) => Promise<R | ResponseError<never>>;

/** Registers the handler of a request that names its document: what answers it, and what is answered when that fails or says nothing. */
function answersAbout({ log, answer }: Desk) {
  return <P extends { readonly textDocument: TextDocumentIdentifier }, R>(
    register: (handler: Handler<P, R>) => unknown,
    what: string,
    nothing: R,
    answering: (answers: Answers) => (document: TextDocument, params: P) => R,
  ): void => {
    const handle = (params: P): Promise<R> =>
      answer(params.textDocument.uri, nothing, (answers, document) => answering(answers)(document, params));
    register(guarded(log, what, nothing, handle));
  };
}

function capabilitiesFor(support: ClientSupport): ServerCapabilities {
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    hoverProvider: true,
    completionProvider: { triggerCharacters: TRIGGER_CHARACTERS, resolveProvider: true },
    codeLensProvider: { resolveProvider: true },
    inlayHintProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: support.preparesRename ? { prepareProvider: true } : true,
    documentSymbolProvider: { label: 'Lambda IAM' },
    documentLinkProvider: { resolveProvider: true },
    selectionRangeProvider: true,
    codeActionProvider: { codeActionKinds: CODE_ACTION_KINDS, resolveProvider: support.resolvesEdits },
    ...(support.pullsDiagnostics
      ? { diagnosticProvider: { identifier: 'lambda-iam', interFileDependencies: false, workspaceDiagnostics: false } }
      : {}),
  };
}
