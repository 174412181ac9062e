/**
 * What every host's client shares: which documents are ours, the client's options and its commands. The settings are the
 * server's business. Nothing here knows Node or the browser.
 */
import { commands, type Disposable, type ExtensionContext } from 'vscode';
import { type BaseLanguageClient, type LanguageClientOptions, RevealOutputChannelOn } from 'vscode-languageclient';
import { registerFunctionCommands } from './commands/functions.ts';
import { type Pages, providePages } from './pages.ts';
import { type PermissionMaps, providePermissionMaps } from './permissionMap/index.ts';

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

/** Options for any host's `LanguageClient`. Which documents are templates or policies is decided by the server, from their content. */
export function clientOptions(): LanguageClientOptions {
  return {
    documentSelector: schemes.flatMap((scheme) => languages.map((language) => ({ scheme, language }))),
    outputChannelName: clientName,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
  };
}

/** Starts the client and gives it its commands; VS Code disposes of them with the extension. */
export async function run(client: BaseLanguageClient, context: ExtensionContext): Promise<void> {
  const pages = providePages();
  const maps = providePermissionMaps(client, context);
  context.subscriptions.push(client, pages, ...registerCommands(client, pages, maps));
  await client.start();
}

function registerCommands(client: BaseLanguageClient, pages: Pages, maps: PermissionMaps): Disposable[] {
  return [
    ...registerFunctionCommands(client, pages),
    commands.registerCommand('lambdaIam.restartServer', () => restart(client)),
    commands.registerCommand('lambdaIam.showPermissionMap', maps.show),
    commands.registerCommand('lambdaIam.showOutput', () => client.outputChannel.show()),
  ];
}

async function restart(client: BaseLanguageClient): Promise<void> {
  if (client.needsStop()) await client.stop();
  await client.start();
}
