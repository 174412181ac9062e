/** The language server in a web worker, spoken to by messages. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection, ProposedFeatures } from 'vscode-languageserver/browser';
import { today } from './clock.ts';
import { readData } from './data.browser.ts';
import { runEngine } from './engine.browser.ts';
import { filesOfClient } from './files.browser.ts';
import { startServer } from './lsp/server.ts';

/** The version in package.json, from the bundler. */
declare const PACKAGE_VERSION: string;

const connection = createConnection(ProposedFeatures.all, new BrowserMessageReader(self), new BrowserMessageWriter(self));
const { ownFile, readFile } = filesOfClient(connection);

startServer(connection, {
  version: PACKAGE_VERSION,
  loadAnswers: async (surroundings) => {
    const [script, data] = await Promise.all([ownFile('dist/engine.js'), readData((name) => ownFile(`server/data/${name}`))]);
    return runEngine(script).loadAnswers(data, surroundings);
  },
  defer: (work) => void setTimeout(work),
  readFile,
  today,
});
