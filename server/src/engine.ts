/**
 * What a language server loads when it has answered `initialize`: a bundle of its own, `dist/engine.js`, the same on Node and in browsers.
 */
import type { Knowledge } from './analysis/index.ts';
import { createKnowledge, type DataFiles } from './knowledge.ts';
import { type Answers, createAnswers, type Surroundings } from './lsp/answers.ts';

/** @param data read when the first document is analysed */
export function loadAnswers(data: DataFiles, surroundings: Surroundings): Answers {
  let knowledge: Knowledge | undefined;
  return createAnswers(() => {
    knowledge ??= createKnowledge(data);
    return knowledge;
  }, surroundings);
}
