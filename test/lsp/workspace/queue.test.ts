import { expect, test } from 'vitest';
import { createQueue, type Queue } from '../../../server/src/lsp/workspace/queue.ts';

const drained = (queue: Queue): readonly string[] =>
  Array.from({ length: queue.size() + 1 }, queue.next).filter((uri) => uri !== undefined);

test('each is done once, in the order in which they came', () => {
  const queue = createQueue();
  for (const uri of ['file:///b', 'file:///a', 'file:///b']) queue.add(uri);
  expect(queue.size()).toBe(2);
  expect(drained(queue)).toEqual(['file:///b', 'file:///a']);
  expect(queue.size()).toBe(0);
});

test('what is urgent comes before the others, once', () => {
  const queue = createQueue();
  for (const uri of ['file:///a', 'file:///b', 'file:///c']) queue.add(uri);
  for (const uri of ['file:///c', 'file:///d']) queue.addFirst(uri);
  for (const uri of ['file:///d', 'file:///e']) queue.add(uri);
  expect(drained(queue)).toEqual(['file:///c', 'file:///d', 'file:///a', 'file:///b', 'file:///e']);
});

test('two spellings of one file are one', () => {
  const queue = createQueue();
  for (const uri of ['file:///C:/a%20b/%5Bc%5D.yaml', 'file:///c%3A/a%20b/[c].yaml']) queue.add(uri);
  expect(queue.size()).toBe(1);
  queue.clear();
  expect(drained(queue)).toEqual([]);
});
