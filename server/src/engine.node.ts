/** What the language server loads when it has answered `initialize`: a bundle of its own, `dist/engine.js`. */
export { loadKnowledge } from './knowledge.node.ts';
export { createAnswers } from './lsp/answers.ts';
