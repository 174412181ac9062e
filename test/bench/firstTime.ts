/**
 * A program that does something once and prints its processor time, in ms: `data` loads the data about AWS, the name of a document parses
 * it with the bare library. Started by `freshProcess.ts`.
 */
import process from 'node:process';
import { loadKnowledge } from '../../server/src/knowledge.node.ts';
import { bareParse } from './bareParse.ts';
import { ownProcessorTime } from './clock.ts';
import { benchDocument, isDocumentName } from './documents.ts';

const [, , what = ''] = process.argv;
const work = workFor(what);
const before = ownProcessorTime();
work();
console.log(ownProcessorTime() - before);

function workFor(name: string): () => unknown {
  if (!isDocumentName(name)) return loadKnowledge;
  const document = benchDocument(name);
  return () => bareParse(document);
}
