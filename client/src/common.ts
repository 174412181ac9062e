/**
 * What every host's client shares: which documents are ours, the client's options and its commands. The settings are the
 * server's business. Nothing here knows Node or the browser.
 */
import { commands, type Disposable, type ExtensionContext } from 'vscode';
import { type BaseLanguageClient, type LanguageClientOptions, RevealOutputChannelOn } from 'vscode-languageclient';
import { registerAboutCommands } from './commands/about.ts';
import { registerErrorCommand } from './commands/errors.ts';
import { registerFileCommands } from './commands/files.ts';
import { registerFixCommands } from './commands/fixes.ts';
import { registerFunctionCommands } from './commands/functions.ts';
import { registerQuestionCommands } from './commands/questions.ts';
import { registerSampleCommand } from './commands/sample.ts';
import { type Pages, providePages } from './pages.ts';
import { type PermissionMaps, providePermissionMaps } from './permissionMap/index.ts';
import { provideStatus } from './status/index.ts';
import { startWhenNeeded } from './waking.ts';

/** Client id and settings section. `vscode-languageclient` reads `lambdaIam.trace.server` by it. */
export const clientId = 'lambdaIam';

/** The name users see: the output channel and the commands' category. */
export const clientName = 'Lambda IAM';

/**
 * Languages in which templates and policies are written. VS Code itself has the first three, other extensions define the rest.
 * The same list stands in `activationEvents`.
 */
export const languages = [
  'yaml',
  'json',
  'jsonc',
  'cloudformation',
  'cloudformation-yaml',
  'cloudformation-json',
  'yaml-cloudformation',
] as const;

/** Where documents may live: on disk, not yet saved, in a remote or a virtual workspace, in a web host under test. */
const schemes = ['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-test-web'];

/** The documents that the server is told of. Which of them are templates or policies it decides itself, from their content. */
const documentSelector = schemes.flatMap((scheme) => languages.map((language) => ({ scheme, language })));

/** Options for any host's `LanguageClient`. */
export function clientOptions(): LanguageClientOptions {
  return {
    documentSelector,
    outputChannelName: clientName,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
  };
}

/** Gives the client its commands and starts it when it is needed; VS Code disposes of all with the extension. */
export function run(client: BaseLanguageClient, context: ExtensionContext): void {
  const pages = providePages();
  const maps = providePermissionMaps(client, context);
  const status = provideStatus(client, documentSelector);
  context.subscriptions.push(client, pages, status, ...registerCommands(client, pages, maps, context));
  context.subscriptions.push(startWhenNeeded(client, documentSelector));
}

function registerCommands(
  client: BaseLanguageClient,
  pages: Pages,
  maps: PermissionMaps,
  context: ExtensionContext,
): Disposable[] {
  const version = String(context.extension.packageJSON.version);
  return [
    ...registerFunctionCommands(client, pages),
    ...registerAboutCommands(client, pages, version),
    registerFixCommands(client),
    ...registerQuestionCommands(client, pages),
    registerErrorCommand(client, pages, languages),
    registerSampleCommand(context),
    ...registerFileCommands(),
    commands.registerCommand('lambdaIam.restartServer', () => restart(client)),
    commands.registerCommand('lambdaIam.showPermissionMap', maps.show),
    commands.registerCommand('lambdaIam.showOutput', () => client.outputChannel.show()),
  ];
}

async function restart(client: BaseLanguageClient): Promise<void> {
  if (client.needsStop()) await client.stop();
  await client.start();
}
