/** The language server on Node: `--stdio`, `--node-ipc` or `--socket=PORT`. */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './lsp/server.ts';
import { packageVersion } from './package.node.ts';

startServer(createConnection(ProposedFeatures.all), {
  version: packageVersion(),
  loadAnswers: async (context) => {
    const { createAnswers, loadKnowledge } = await import('./engine.node.ts');
    return createAnswers(loadKnowledge, context);
  },
  defer: (work) => void setImmediate(work),
});
