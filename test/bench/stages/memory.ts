import process from 'node:process';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type Analysis, analyse } from '../../../server/src/analysis/index.ts';
import { loadKnowledge } from '../../../server/src/knowledge.node.ts';
import { benchDocument, type DocumentName } from '../documents.ts';
import type { Effort, Figure } from '../figures.ts';
import { checked, versionsOf } from '../versions.ts';

const DOCUMENT: DocumentName = '7k YAML';

const EDITS: Readonly<Record<Effort, number>> = { quick: 200, full: 2000 };

/** Whether versions that are gone leave something behind: what is in use when all garbage has been collected. */
export async function* memoryFigures(effort: Effort): AsyncGenerator<Figure> {
  const edit = editing();
  for (let i = 0; i < SETTLING; i++) edit();
  const before = memoryInUse();
  for (let i = 0; i < EDITS[effort]; i++) edit();
  const what = `memory in use after ${EDITS[effort].toLocaleString('en')} edits`;
  yield { what, on: DOCUMENT, unit: 'MB', value: memoryInUse(), floor: { what: 'before', value: before } };
  edit();
}

/** The first edits read what the whole document did not need. */
const SETTLING = 10;

/** @returns edits the document; only the newest version is kept */
function editing(): () => void {
  const next = versionsOf(benchDocument(DOCUMENT));
  const knowledge = loadKnowledge();
  let analysis: Analysis = checked(analyse(next(), knowledge));
  return () => {
    analysis = checked(analyse(next(), knowledge, analysis));
  };
}

/** In MB. */
function memoryInUse(): number {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
  return process.memoryUsage().heapUsed / 2 ** 20;
}
