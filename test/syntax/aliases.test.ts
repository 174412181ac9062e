import { expect, test } from 'vitest';
import { childAt, nodeAt } from '../../server/src/syntax/index.ts';
import { characters, pathOf, problemsIn, read, tree } from './support.ts';

test('an alias stands as the node that its anchor names, with its spans', () => {
  const text = 'a: &x {b: 1}\nc: *x\n';
  const node = childAt(tree(text).root, 'c');
  expect(read(text)).toEqual({ a: { b: 1 }, c: { b: 1 } });
  expect(node && characters(text, node.span)).toBe('{b: 1}');
  const document = tree(text);
  const inner = childAt(document.root, 'c', 'b');
  expect(inner && pathOf(document, inner)).toEqual(['c', 'b']);
});

test('of several anchors with one name, the last before the alias counts', () => {
  expect(read('a: &x 1\nb: *x\nc: &x 2\nd: *x\n')).toEqual({ a: 1, b: 1, c: 2, d: 2 });
});

test('aliases reach from one resource into another', () => {
  const text = 'Resources:\n  A: &a\n    Type: T\n    Tags: &t [x]\n  B:\n    Tags: *t\n  C: *a\nOutputs:\n  O: *t\n';
  expect(read(text)).toEqual({
    Resources: { A: { Type: 'T', Tags: ['x'] }, B: { Tags: ['x'] }, C: { Type: 'T', Tags: ['x'] } },
    Outputs: { O: ['x'] },
  });
  expect(problemsIn(text)).toEqual([]);
});

test('merge keys are merged, and own keys win', () => {
  const text = 'a: &a {x: 1, y: 2}\nb: &b {y: 3, z: 4}\nc:\n  y: 0\n  <<: *a\nd:\n  <<: [*b, *a]\n  w: 5\ne:\n  <<: {v: 6}\n';
  expect(read(text)).toEqual({
    a: { x: 1, y: 2 },
    b: { y: 3, z: 4 },
    c: { y: 0, x: 1 },
    d: { y: 3, z: 4, x: 1, w: 5 },
    e: { v: 6 },
  });
  const document = tree(text);
  const merged = childAt(document.root, 'c', 'x');
  expect(merged && pathOf(document, merged)).toEqual(['c', 'x']);
});

test('a merge of a merge brings all keys', () => {
  expect(read('a: &a {x: 1}\nb: &b\n  <<: *a\n  y: 2\nc:\n  <<: *b\n')).toEqual({
    a: { x: 1 },
    b: { x: 1, y: 2 },
    c: { x: 1, y: 2 },
  });
});

test('the contents of an anchor are found where they are written', () => {
  const text = 'a:\n  b: &x {c: 1}\nd: *x\n';
  const document = tree(text);
  const node = nodeAt(document, text.indexOf('1'));
  expect(node && pathOf(document, node)).toEqual(['a', 'b', 'c']);
});

test('an alias without an anchor stands for its own text', () => {
  expect(read('a: [*x, b]\nc: *\n')).toEqual({ a: ['*x', 'b'], c: '*' });
  expect(problemsIn('a: [*x, b]\n')).toEqual(['unknown-anchor: *x']);
});

test('an alias inside the node that it names stands for nothing', () => {
  expect(read('a: &x\n  b: *x\n  c: 1\n')).toEqual({ a: { b: undefined, c: 1 } });
  expect(problemsIn('a: &x\n  b: *x\n')).toEqual(['circular-alias: *x']);
  expect(read('a: &x\n  <<: *x\n  c: 1\n')).toEqual({ a: { '<<': undefined, c: 1 } });
});

test('aliases that multiply are bounded', () => {
  const levels = Array.from({ length: 12 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(', ')}]`);
  const text = `a0: &a0 [1]\n${levels.join('\n')}\n`;
  expect(new Set(problemsIn(text).map((problem) => problem.split(':')[0]))).toEqual(new Set(['too-many-aliases']));
  expect(JSON.stringify(read(text)).length).toBeLessThan(1_000_000);
});
