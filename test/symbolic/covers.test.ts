import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  concat,
  covers,
  type Hole,
  literal,
  ofHole,
  type SymbolicString,
  type Ternary,
} from '../../server/src/symbolic/index.ts';

const holes: Record<string, Hole> = {
  P: { kind: 'pseudo', name: 'AWS::Partition' },
  R: { kind: 'pseudo', name: 'AWS::Region' },
  A: { kind: 'pseudo', name: 'AWS::AccountId' },
  Queue: { kind: 'attribute', logicalId: 'Queue', attribute: undefined },
  Other: { kind: 'attribute', logicalId: 'Other', attribute: undefined },
  'Queue.Id': { kind: 'attribute', logicalId: 'Queue', attribute: 'Id' },
  Name: { kind: 'parameter', name: 'Name', values: undefined },
  Stage: { kind: 'parameter', name: 'Stage', values: ['dev', 'prod'] },
  Else: {
    kind: 'choice',
    condition: 'IsProd',
    alternatives: [literal('a'), literal('b')],
  },
};

/** Text with `{Name}` for one of the holes above. */
function symbolic(text: string): SymbolicString {
  return concat(
    text.split(/\{([^}]+)\}/).map((piece, i) => {
      const hole = i % 2 === 1 ? holes[piece] : undefined;
      return hole ? ofHole(hole) : piece;
    }),
  );
}

const cases: readonly (readonly [pattern: string, target: string, answer: Ternary])[] = [
  ['s3:Get*', 's3:GetObject', 'yes'],
  ['s3:Get*', 's3:PutObject', 'no'],
  ['*', '{Name}', 'yes'],
  ['*', '', 'yes'],
  ['', '', 'yes'],
  ['', 'a', 'no'],
  ['', '{Name}', 'unknown'],
  ['', '{Queue}', 'unknown'],
  ['a?c', 'abc', 'yes'],
  ['a?c', 'ac', 'no'],
  ['arn:{P}:sqs:{R}:{A}:{Queue}', 'arn:{P}:sqs:{R}:{A}:{Queue}', 'yes'],
  ['arn:{P}:sqs:{R}:{A}:{Other}', 'arn:{P}:sqs:{R}:{A}:{Queue}', 'no'],
  ['arn:{P}:sqs:{R}:{A}:{Queue.Id}', 'arn:{P}:sqs:{R}:{A}:{Queue}', 'unknown'],
  ['arn:aws:sqs:us-east-1:{A}:{Queue}', 'arn:{P}:sqs:{R}:{A}:{Queue}', 'unknown'],
  ['arn:aws:sns:us-east-1:{A}:{Queue}', 'arn:{P}:sqs:{R}:{A}:{Queue}', 'no'],
  ['arn:*:sqs:*:*:{Queue}', 'arn:{P}:sqs:{R}:{A}:{Queue}', 'yes'],
  ['arn:{P}:sqs:{R}:*', 'arn:{P}:sqs:{R}:{A}:{Queue}', 'yes'],
  ['arn:{P}:sqs:{R}:{A}:orders', 'arn:{P}:sqs:{R}:{A}:{Queue}', 'unknown'],
  ['{Name}', 'anything', 'unknown'],
  ['{Name}', '{Queue}', 'unknown'],
  ['arn:aws:s3:::{Name}', 'arn:aws:sqs:x', 'no'],
  ['bucket/*', 'bucket/*', 'yes'],
  ['bucket/public/*', 'bucket/*', 'unknown'],
  ['other/*', 'bucket/*', 'no'],
  ['bucket', 'bucket/*', 'no'],
  ['{Stage}-queue', 'dev-queue', 'unknown'],
  ['{Stage}-queue', 'test-queue', 'no'],
  ['{Stage}-*', '{Stage}-queue', 'unknown'],
  ['*-queue', '{Stage}-queue', 'yes'],
  ['{Else}', 'c', 'no'],
  ['{Else}', 'a', 'unknown'],
  ['{Else}', '{Else}', 'yes'],
  ['{Other}', '{Queue}', 'no'],
  ['{Other}', 'arn:{P}:sqs:{R}:{A}:{Queue}', 'unknown'],
  ['{Other}/*', 'arn:{P}:s3:::{Queue}/*', 'unknown'],
  ['1{A}', '{A}', 'unknown'],
  ['x{A}', '{A}', 'no'],
];

test.each(cases)('%s covers %s: %s', (pattern, target, answer) => {
  expect(covers(symbolic(pattern), symbolic(target))).toBe(answer);
});

const piece = fc.constantFrom('a', 'b', ':', '/', '*', ...Object.keys(holes).map((name) => `{${name}}`));
const anyString = fc.array(piece, { maxLength: 6 }).map((pieces) => symbolic(pieces.join('')));

test('a string never fails to cover itself', () => {
  fc.assert(fc.property(anyString, (value) => covers(value, value) === 'yes'));
});

test('a wildcard covers everything', () => {
  fc.assert(fc.property(anyString, (value) => covers(literal('*'), value) === 'yes'));
});

test('hiding a text behind a parameter never makes a "no"', () => {
  const texts = fc.string({ unit: fc.constantFrom('a', 'b', ':', '*'), maxLength: 5 });
  fc.assert(
    fc.property(texts, texts, texts, texts, (before, hidden, after, target) => {
      const plain = covers(literal(before + hidden + after), literal(target));
      const covered = covers(concat([before, symbolic('{Name}'), after]), literal(target));
      return plain === 'no' || hidden.includes('*') || covered !== 'no';
    }),
  );
});

test('two long texts full of wildcards are compared quickly', () => {
  const pattern = literal('a*'.repeat(300));
  expect(covers(pattern, literal('a'.repeat(3000)))).toBe('yes');
});
