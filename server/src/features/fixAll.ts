import { type Analysis, analyse } from '../analysis/index.ts';
import type { Finding, Fix } from '../rules/index.ts';
import { addressed, editsInText } from '../syntax/index.ts';
import { applyEdits, areCompatible, type TextEdit } from '../text/edit.ts';
import { type LineRun, lineChanges, splitLines } from '../text/lineDiff.ts';
import type { Span } from '../text/span.ts';

/** What came of fixing a document. */
export interface Fixed {
  readonly text: string;
  /** In the order in which they were applied. */
  readonly applied: readonly AppliedFix[];
}

export interface AppliedFix {
  readonly ruleId: string;
  readonly title: string;
}

interface Repair {
  readonly finding: Finding;
  readonly fix: Fix;
  /** Of the text. */
  readonly edits: readonly TextEdit[];
}

/**
 * Applies the preferred fixes of the findings, round after round, since one fix may show the way to the next, until none is left. A fix
 * after which no finding has gone, or part of the text can no longer be read, is not applied.
 *
 * @param findingsIn the findings to fix in an analysis
 */
export function fixAll(analysis: Analysis, findingsIn: (analysis: Analysis) => readonly Finding[]): Fixed {
  let current = analysis;
  const applied: AppliedFix[] = [];
  for (let found = repairsIn(current, findingsIn); found.length > 0; found = repairsIn(current, findingsIn)) {
    const round = nextRound(current, found, findingsIn);
    if (!round) break;
    current = round.analysis;
    applied.push(...round.repairs.map(({ finding, fix }) => ({ ruleId: finding.ruleId, title: fix.title })));
  }
  return { text: current.source.text, applied };
}

/** The same as edits of the document, for whole lines. */
export function fixAllEdits(analysis: Analysis, findingsIn: (analysis: Analysis) => readonly Finding[]): readonly TextEdit[] {
  return editsTowards(analysis, fixAll(analysis, findingsIn).text);
}

/** The edits, for whole lines, that make another text of the document. */
export function editsTowards(analysis: Analysis, text: string): readonly TextEdit[] {
  const before = splitLines(analysis.source.text);
  const after = splitLines(text);
  return lineChanges(before, after).map((change) => ({
    span: addressed(analysis.tree, spanOf(before, change.before)),
    newText: after.slice(change.after.start, change.after.end).join(''),
  }));
}

function repairsIn(analysis: Analysis, findingsIn: (analysis: Analysis) => readonly Finding[]): readonly Repair[] {
  return findingsIn(analysis).flatMap((finding) => {
    const fix = finding.fixes().find(({ preferred }) => preferred);
    const edits = fix ? editsInText(analysis.tree, fix.edits) : [];
    return fix && areCompatible(analysis.source.text, edits) ? [{ finding, fix, edits }] : [];
  });
}

/** As many repairs as do not get into each other's way; if they fail together, the first that succeeds alone. */
function nextRound(
  current: Analysis,
  found: readonly Repair[],
  findingsIn: (analysis: Analysis) => readonly Finding[],
): { readonly analysis: Analysis; readonly repairs: readonly Repair[] } | undefined {
  for (const repairs of [apart(found), ...found.map((repair) => [repair])]) {
    const text = applyEdits(
      current.source.text,
      repairs.flatMap(({ edits }) => edits),
    );
    const analysis = analyse({ ...current.source, text }, current.knowledge, current);
    const improved = repairsIn(analysis, findingsIn).length < found.length && analysis.problems.length <= current.problems.length;
    if (improved) return { analysis, repairs };
  }
  return undefined;
}

/** Repairs that touch different places. Two that insert at the same place may insert the same: the second one has to wait. */
function apart(repairs: readonly Repair[]): readonly Repair[] {
  const chosen: Repair[] = [];
  const taken: Span[] = [];
  for (const repair of repairs) {
    const spans = repair.edits.map(({ span }) => span);
    if (spans.some((span) => taken.some((other) => span.start <= other.end && other.start <= span.end))) continue;
    chosen.push(repair);
    taken.push(...spans);
  }
  return chosen;
}

function spanOf(lines: readonly string[], { start, end }: LineRun): Span {
  const lengthOf = (some: readonly string[]): number => some.reduce((length, line) => length + line.length, 0);
  const offset = lengthOf(lines.slice(0, start));
  return { start: offset, end: offset + lengthOf(lines.slice(start, end)) };
}
