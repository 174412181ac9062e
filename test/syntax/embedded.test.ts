import { expect, test } from 'vitest';
import { childAt, nodeAt, parseEmbedded } from '../../server/src/syntax/index.ts';
import { characters, plain, scalarAt } from './support.ts';

const POLICY = { Statement: [{ Action: 's3:Get*', Note: 'a "b" \\ é' }] };

test.each([
  ['a JSON string', `{"a": ${JSON.stringify(JSON.stringify(POLICY))}}`],
  ['single quotes', `a: '${JSON.stringify(POLICY)}'\n`],
  ['double quotes', `a: ${JSON.stringify(JSON.stringify(POLICY))}\n`],
  ['a literal', `a: |\n  ${JSON.stringify(POLICY, null, 2).replace(/\n/g, '\n  ')}\n`],
  ['a folded text', `a: >-\n  ${JSON.stringify(POLICY, null, 2).replace(/\n/g, '\n  ')}\n`],
  ['a tagged text', `a: !Sub |\n  ${JSON.stringify(POLICY, null, 2).replace(/\n/g, '\n  ')}\n`],
])('reads a policy in %s, with spans in the outer text', (_, text) => {
  const embedded = parseEmbedded(scalarAt(text, 'a'));
  expect(plain(embedded?.root)).toEqual(POLICY);
  const action = childAt(embedded?.root, 'Statement', '0') ?? childAt(embedded?.root, 'Statement');
  const [statement] = action?.kind === 'sequence' ? action.items : [];
  const node = childAt(statement, 'Action');
  expect(node?.kind === 'scalar' && characters(text, node.spanOf(3, 6))).toBe('Get');
  expect(embedded && node && nodeAt(embedded, node.span.start + 3)).toBe(node);
});

test('a document in a document in a document', () => {
  const inner = JSON.stringify({ c: 'x y' });
  const text = JSON.stringify({ a: JSON.stringify({ b: inner }) });
  const middle = childAt(parseEmbedded(scalarAt(text, 'a'))?.root, 'b');
  const node = middle?.kind === 'scalar' ? childAt(parseEmbedded(middle)?.root, 'c') : undefined;
  expect(node?.kind === 'scalar' && characters(text, node.spanOf(2, 3))).toBe('y');
});

test('reads YAML in a text', () => {
  const text = 'a: |\n  b:\n    - c\n';
  expect(plain(parseEmbedded(scalarAt(text, 'a'))?.root)).toEqual({ b: ['c'] });
});

test.each(['a: words', 'a: 12', 'a: ""', 'a: "# nothing"'])('there is no document in %j', (text) => {
  expect(parseEmbedded(scalarAt(text, 'a'))).toBeUndefined();
});
