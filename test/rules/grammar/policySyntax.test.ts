import { expect, test } from 'vitest';
import { policySyntax } from '../../../server/src/rules/grammar/policySyntax.ts';
import { analysed, findingsOf } from '../../harness/index.ts';

const POLICY = '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}]';

test('what is missing from a policy in JSON', () => {
  expect(findingsOf(policySyntax, analysed(POLICY, 'json')).map(({ message }) => message)).toEqual([
    'This bracket is never closed. Add the closing one.',
  ]);
});

test('a comma too many in a policy in JSON', () => {
  const text = `${POLICY.replace(/\]$/, ',]')}}`;
  const [finding, ...others] = findingsOf(policySyntax, analysed(text, 'json'));
  expect(finding && text.slice(finding.span.start, finding.span.end)).toBe(',');
  expect(others).toEqual([]);
});

test.each([
  ['a policy without a mistake', `${POLICY}}`],
  ['a file of another kind, whatever is wrong with it', '{"name": "orders",}'],
])('nothing in %s', (_, text) => {
  expect(findingsOf(policySyntax, analysed(text, 'json'))).toEqual([]);
});
