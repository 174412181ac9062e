import { type LineChange, lineChanges, splitLines } from '../../text/lineDiff.ts';
import type { Style } from '../style.ts';

/** Unchanged lines around each change. */
const CONTEXT = 3;

/** The difference of two texts as `diff -u` and `git apply` know it; empty when there is none. */
export function unifiedDiff(path: string, before: string, after: string, style: Style): string {
  const old = splitLines(before);
  const fresh = splitLines(after);
  const hunks = grouped(lineChanges(old, fresh)).map((changes) => hunk(changes, old, fresh, style));
  if (hunks.length === 0) return '';
  return `${style.bold(`--- a/${path}`)}\n${style.bold(`+++ b/${path}`)}\n${hunks.join('')}`;
}

/** Changes whose contexts would touch belong to one hunk. */
function grouped(changes: readonly LineChange[]): readonly (readonly LineChange[])[] {
  const groups: LineChange[][] = [];
  for (const change of changes) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && change.before.start - last.before.end <= 2 * CONTEXT) group.push(change);
    else groups.push([change]);
  }
  return groups;
}

function hunk(changes: readonly LineChange[], old: readonly string[], fresh: readonly string[], style: Style): string {
  const first = changes[0]?.before.start ?? 0;
  const start = Math.max(0, first - CONTEXT);
  const end = Math.min(old.length, (changes.at(-1)?.before.end ?? 0) + CONTEXT);
  const freshStart = start + (changes[0]?.after.start ?? 0) - first;
  const lines: string[] = [];
  let reached = start;
  for (const { before, after } of changes) {
    lines.push(...old.slice(reached, before.start).map((line) => diffLine(' ', line)));
    lines.push(...old.slice(before.start, before.end).map((line) => style.red(diffLine('-', line))));
    lines.push(...fresh.slice(after.start, after.end).map((line) => style.green(diffLine('+', line))));
    reached = before.end;
  }
  lines.push(...old.slice(reached, end).map((line) => diffLine(' ', line)));
  const grown = changes.reduce((sum, { before, after }) => sum + after.end - after.start - (before.end - before.start), 0);
  const header = `@@ -${range(start, end - start)} +${range(freshStart, end - start + grown)} @@`;
  return `${style.blue(header)}\n${lines.join('')}`;
}

/** Lines count from 1; an empty run is named by the line before it. */
function range(start: number, length: number): string {
  if (length === 1) return `${start + 1}`;
  return `${length === 0 ? start : start + 1},${length}`;
}

function diffLine(mark: string, line: string): string {
  return line.endsWith('\n') || line.endsWith('\r') ? mark + line : `${mark}${line}\n\\ No newline at end of file\n`;
}
