/** The language server on Node: `--stdio`, `--node-ipc` or `--socket=PORT`. */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { loadKnowledge, packageVersion } from './knowledge.node.ts';
import { startServer } from './lsp/server.ts';

startServer(createConnection(ProposedFeatures.all), {
  version: packageVersion(),
  knowledge: loadKnowledge,
  defer: (work) => void setImmediate(work),
});
