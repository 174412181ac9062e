/** The language server without its host: what a client is offered, and where each message goes. */
import {
  type CancellationToken,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  type ResponseError,
  type TextDocumentIdentifier,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Answers } from './answers.ts';
import { capabilitiesFor } from './capabilities.ts';
import { answerCatalogue } from './catalogue.ts';
import { type ClientSupport, clientSupportOf } from './clientSupport.ts';
import { recipeOf } from './codeActionKinds.ts';
import { lensDataOf } from './codeLensData.ts';
import { completionDataOf } from './completionItems.ts';
import { followConfigurationFiles } from './configurationFiles.ts';
import { type Courtesy, createCourtesy } from './courtesy.ts';
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
  onPastedError,
  onPermissionMap,
  onPermissionMapFile,
  onResourcesFor,
  onWhoMayInvoke,
} from './ownRequests.ts';
import type { AnsweredError, PastedErrorParams } from './pastedError.ts';
import { answerPulls, pushDiagnostics } from './publishing.ts';
import { refreshShown } from './refreshing.ts';
import { refusing } from './refusing.ts';
import { checkWorkspace, NO_WORKSPACE, type Workspace } from './workspace/index.ts';

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
    workspace.settingsChanged();
  });
  const answers = initialized.then(() =>
    host.loadAnswers({ support, settings: settings.of, log, readFile: host.readFile, today: host.today }),
  );
  const courtesy = createCourtesy(host.defer, host.workspace);
  const desk = deskFor(documents, settings, answers, log, courtesy);
  const workspace = workspaceFor(connection, host, params, { support, log, documents, settings, initialized, answers, courtesy });
  const checking = {
    log,
    workspace,
    diagnosticsOf: async (uri: string) => {
      await settings.known;
      return desk.answer(uri, [], (from, document) => from.diagnostics(document));
    },
  };
  const refresh = support.pullsDiagnostics
    ? answerPulls(connection, documents, support.refreshesDiagnostics, checking)
    : pushDiagnostics(connection, documents, host.defer, checking);
  answers.catch((error) => log(`The engine cannot be loaded: ${describeError(error)}`));
  documents.onDidClose(({ document }) => void answers.then(({ forget }) => forget(document.uri)).catch(() => undefined));
  documents.onDidOpen(({ document }) => workspace.opened(document.uri));
  documents.onDidChangeContent(({ document }) => {
    courtesy.noticed();
    workspace.edited(document.uri);
  });
  followConfigurationFiles(connection, documents, support, initialized, {
    changed: workspace.changed,
    configured: (uris) => {
      const forgotten = answers.then(({ forgetProjects }) => forgetProjects());
      void forgotten.then(refresh, () => undefined).then(() => workspace.configured(uris));
    },
  });
  answerRequests(connection, desk);
  answerCatalogue(connection, answers, log);
  const explainError = (params: PastedErrorParams): Promise<AnsweredError | null> =>
    courtesy.serve(async () => (await answers).pastedError(params, (uri) => documents.get(uri)));
  onPastedError(connection)(guarded(log, 'A pasted error', null, explainError));
  documents.listen(connection);
  return {
    capabilities: capabilitiesFor(support, host.workspace !== undefined),
    serverInfo: { name: 'lambda-iam', version: host.version },
  };
}

function deskFor(
  documents: TextDocuments<TextDocument>,
  settings: LiveSettings,
  answers: Promise<Answers>,
  log: Desk['log'],
  courtesy: Courtesy,
): Desk {
  return {
    log,
    answer: (uri, nothing, from) =>
      courtesy.serve(async () => {
        const loaded = await answers;
        await loaded.prepare(uri);
        const document = settings.of(uri).enable ? documents.get(uri) : undefined;
        return document ? from(loaded, document) : nothing;
      }),
  };
}

interface WorkspaceNeeds {
  readonly support: ClientSupport;
  readonly log: Desk['log'];
  readonly documents: TextDocuments<TextDocument>;
  readonly settings: LiveSettings;
  readonly initialized: Promise<void>;
  readonly answers: Promise<Answers>;
  readonly courtesy: Courtesy;
}

function workspaceFor(connection: Connection, host: Host, params: InitializeParams, needs: WorkspaceNeeds): Workspace {
  if (!host.workspace) return NO_WORKSPACE;
  const { documents, settings, answers, courtesy } = needs;
  return checkWorkspace(connection, params, {
    ...needs,
    host: host.workspace,
    settings: settings.of,
    ready: Promise.all([settings.known, answers]).then(() => undefined),
    check: async (uri, text) => {
      const loaded = await answers;
      await loaded.prepare(uri);
      await courtesy.idle();
      return loaded.diagnosticsOfFile(uri, text);
    },
    diagnosticsOf: async (uri) => {
      const loaded = await answers;
      const document = settings.of(uri).enable ? documents.get(uri) : undefined;
      return document ? loaded.diagnostics(document) : [];
    },
  });
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
