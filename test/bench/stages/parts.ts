import { type Analysis, analyse } from '../../../server/src/analysis/index.ts';
import { codeActionsAt, completionsAt, hoverAt, lensesOf, lensText } from '../../../server/src/features/index.ts';
import { loadKnowledge } from '../../../server/src/knowledge.node.ts';
import { checkAll } from '../../../server/src/rules/index.ts';
import { addressIn, parse, type SyntaxTree } from '../../../server/src/syntax/index.ts';
import { bareParse } from '../bareParse.ts';
import { type BenchDocument, benchDocument, type DocumentName, someActions } from '../documents.ts';
import type { Effort, Figure } from '../figures.ts';
import { repeated } from '../repeated.ts';
import { checked, versionsOf } from '../versions.ts';

const DOCUMENTS: Readonly<Record<Effort, readonly DocumentName[]>> = {
  quick: ['7k YAML'],
  full: ['7k YAML', '14k JSON'],
};

/** The engine in this process, part by part. */
export async function* partFigures(effort: Effort): AsyncGenerator<Figure> {
  for (const on of DOCUMENTS[effort]) {
    const document = benchDocument(on);
    const parts = [...readingParts(document), ...askingParts(document)];
    const [value = Number.NaN, ...times] = await repeated([() => bareParse(document), ...parts.map(({ work }) => work)], effort);
    const floor = { what: 'bare parse', value };
    yield* parts.map(({ what }, index): Figure => ({ what, on, unit: 'ms', value: times[index] ?? Number.NaN, floor }));
  }
}

interface Part {
  readonly what: string;
  readonly work: () => unknown;
}

/** What is done with a new version of a document. */
function readingParts(document: BenchDocument): readonly Part[] {
  const knowledge = loadKnowledge();
  const toParse = versionsOf(document);
  const toAnalyse = versionsOf(document);
  let tree: SyntaxTree = parse(toParse()).value;
  let analysis: Analysis = checked(analyse(toAnalyse(), knowledge));
  return [
    { what: 'parse', work: () => parse(toParse()) },
    { what: 'parse, analyse and check', work: () => checked(analyse(toAnalyse(), knowledge)) },
    {
      what: 'parse after a keystroke',
      work: () => {
        tree = parse(toParse(), tree).value;
      },
    },
    {
      what: 'parse, analyse and check after a keystroke',
      work: () => {
        analysis = checked(analyse(toAnalyse(), knowledge, analysis));
      },
    },
  ];
}

/** What an editor asks about a version that is checked. */
function askingParts(document: BenchDocument): readonly Part[] {
  const analysis = checked(analyse(versionsOf(document)(), loadKnowledge()));
  const findings = checkAll(analysis);
  const places = someActions(document, 50).map((offset) => addressIn(analysis.tree, offset - 1));
  let turn = 0;
  const atPlace = (ask: (address: number) => unknown) => () => ask(places[turn++ % places.length] ?? 0);
  return [
    { what: 'a hover', work: atPlace((address) => hoverAt(analysis, address)) },
    { what: 'a completion', work: atPlace((address) => completionsAt(analysis, address)) },
    { what: 'code actions at a place', work: atPlace((at) => codeActionsAt(analysis, { start: at, end: at }, findings)) },
    { what: 'all code lenses', work: () => lensesOf(analysis).map(({ subject }) => lensText(subject, analysis)) },
  ];
}
