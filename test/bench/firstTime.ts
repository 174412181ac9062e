/**
 * A program that does something once and prints how long it took, in ms: `data` loads the data about AWS, the name of a document parses
 * it with the bare library. Started by `freshProcess.ts`.
 */
import process from 'node:process';
import { loadKnowledge } from '../../server/src/knowledge.node.ts';
import { bareParse } from './bareParse.ts';
import { timeOf } from './clock.ts';
import { benchDocument, isDocumentName } from './documents.ts';

const [, , what = ''] = process.argv;
console.log(await timeOf(workFor(what)));

function workFor(name: string): () => unknown {
  if (!isDocumentName(name)) return loadKnowledge;
  const document = benchDocument(name);
  return () => bareParse(document);
}
