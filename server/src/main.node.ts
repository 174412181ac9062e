/** The language server on Node: `--stdio`, `--node-ipc` or `--socket=PORT`. */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { today } from './clock.ts';
import { dataOnDisk } from './data.node.ts';
import { readFileAt } from './files.node.ts';
import { startServer } from './lsp/server.ts';
import { keepMemorySmall } from './memory.node.ts';
import { packageVersion } from './package.node.ts';
import { workspaceFiles } from './workspace.node.ts';

startServer(createConnection(ProposedFeatures.all), {
  version: packageVersion(),
  loadAnswers: async (surroundings) => {
    const { loadAnswers } = await import('./engine.ts');
    keepMemorySmall();
    return loadAnswers(dataOnDisk, surroundings);
  },
  defer: (work) => void setImmediate(work),
  readFile: readFileAt,
  workspace: workspaceFiles,
  today,
});
