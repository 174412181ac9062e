/** A run of lines that was replaced by another; both half-open, counted from 0, and either may be empty. */
export interface LineChange {
  readonly before: LineRun;
  readonly after: LineRun;
}

export interface LineRun {
  readonly start: number;
  readonly end: number;
}

/** Beyond so many changed lines the texts are told apart by one large change. */
const MAX_DISTANCE = 2_000;

/** The lines of a text, each with its line end. */
export function splitLines(text: string): readonly string[] {
  return text.match(/[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+/g) ?? [];
}

/** The fewest changes that turn the lines into the others, in their order. Myers, "An O(ND) difference algorithm" (1986). */
export function lineChanges(before: readonly string[], after: readonly string[]): readonly LineChange[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const left = before.slice(head, before.length - tail);
  const right = after.slice(head, after.length - tail);
  if (left.length === 0 && right.length === 0) return [];
  const path = shortestPath(left, right);
  const changes = path ? merged(path) : [{ before: { start: 0, end: left.length }, after: { start: 0, end: right.length } }];
  return changes.map((change) => ({ before: shifted(change.before, head), after: shifted(change.after, head) }));
}

/** How far down the left lines one can come on each diagonal (left line minus right line). */
type Frontier = ReadonlyMap<number, number>;

interface Point {
  readonly left: number;
  readonly right: number;
}

/** The single removals and insertions, each as a step from a point to a point; `undefined` when there are too many. */
function shortestPath(left: readonly string[], right: readonly string[]): readonly (readonly [Point, Point])[] | undefined {
  const frontiers: Frontier[] = [new Map([[1, 0]])];
  for (let distance = 0; distance <= MAX_DISTANCE; distance++) {
    const next = advance(frontiers.at(-1) ?? new Map(), distance, left, right);
    if ((next.get(left.length - right.length) ?? -1) >= left.length) {
      return walkBack(frontiers, { left: left.length, right: right.length });
    }
    frontiers.push(next);
  }
  return undefined;
}

function advance(frontier: Frontier, distance: number, left: readonly string[], right: readonly string[]): Frontier {
  const next = new Map<number, number>();
  for (let diagonal = -distance; diagonal <= distance; diagonal += 2) {
    const from = cameFrom(frontier, diagonal);
    let x = (frontier.get(from) ?? 0) + (from < diagonal ? 1 : 0);
    while (x < left.length && x - diagonal < right.length && left[x] === right[x - diagonal]) x++;
    next.set(diagonal, x);
  }
  return next;
}

/** The neighbouring diagonal from which one comes furthest: by a removal from below, by an insertion from above. */
function cameFrom(frontier: Frontier, diagonal: number): number {
  const below = frontier.get(diagonal - 1) ?? -1;
  const above = frontier.get(diagonal + 1) ?? -1;
  return below < above ? diagonal + 1 : diagonal - 1;
}

function walkBack(frontiers: readonly Frontier[], end: Point): readonly (readonly [Point, Point])[] {
  const steps: (readonly [Point, Point])[] = [];
  let { left, right } = end;
  for (const frontier of frontiers.slice(1).reverse()) {
    const diagonal = left - right;
    const from = cameFrom(frontier, diagonal);
    const start = { left: frontier.get(from) ?? 0, right: (frontier.get(from) ?? 0) - from };
    const removes = from < diagonal;
    steps.push([start, { left: start.left + (removes ? 1 : 0), right: start.right + (removes ? 0 : 1) }]);
    ({ left, right } = start);
  }
  return steps.reverse();
}

function merged(steps: readonly (readonly [Point, Point])[]): readonly LineChange[] {
  const changes: LineChange[] = [];
  for (const [from, to] of steps) {
    const last = changes.at(-1);
    const continues = last && last.before.end === from.left && last.after.end === from.right;
    const begin = continues ? { left: last.before.start, right: last.after.start } : from;
    if (continues) changes.pop();
    changes.push({ before: { start: begin.left, end: to.left }, after: { start: begin.right, end: to.right } });
  }
  return changes;
}

function shifted({ start, end }: LineRun, by: number): LineRun {
  return { start: start + by, end: end + by };
}
