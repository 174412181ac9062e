/**
 * Places in a row, at least `distance` apart and in the given order, as near to the wished ones as can be (least squares): wishes that
 * come too close form a block, which takes their mean.
 */
export function spaced(wishes: readonly number[], distance: number): readonly number[] {
  const blocks: { start: number; sum: number; count: number }[] = [];
  for (const [i, wish] of wishes.entries()) {
    let block = { start: i, sum: wish - i * distance, count: 1 };
    for (let last = blocks.at(-1); last && last.sum / last.count >= block.sum / block.count; last = blocks.at(-1)) {
      block = { start: last.start, sum: last.sum + block.sum, count: last.count + block.count };
      blocks.pop();
    }
    blocks.push(block);
  }
  return blocks.flatMap(({ start, sum, count }) => Array.from({ length: count }, (_, i) => sum / count + (start + i) * distance));
}
