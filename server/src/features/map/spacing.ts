/**
 * Where to put the middles of things in a row, in the given order and without overlap, as near to the wished places as can be (least
 * squares): those that come too close form a block, which takes the mean of its wishes.
 *
 * @param sizes how much room each takes, the gap to the next one included
 */
export function spaced(wishes: readonly number[], sizes: readonly number[]): readonly number[] {
  const offsets = offsetsOf(sizes);
  const blocks: Block[] = [];
  for (const [i, wish] of wishes.entries()) {
    let block: Block = { start: i, sum: wish - (offsets[i] ?? 0), count: 1 };
    for (let last = blocks.at(-1); last && last.sum / last.count >= block.sum / block.count; last = blocks.at(-1)) {
      block = { start: last.start, sum: last.sum + block.sum, count: last.count + block.count };
      blocks.pop();
    }
    blocks.push(block);
  }
  return blocks.flatMap(({ start, sum, count }) => offsets.slice(start, start + count).map((offset) => sum / count + offset));
}

/** Things next to each other, and the sum of where they wish the row to begin. */
interface Block {
  readonly start: number;
  readonly sum: number;
  readonly count: number;
}

/** How far each middle is from the first one when nothing is between the things. */
function offsetsOf(sizes: readonly number[]): readonly number[] {
  let offset = 0;
  return sizes.map((size, i) => {
    const before = sizes[i - 1];
    if (before !== undefined) offset += (before + size) / 2;
    return offset;
  });
}
