import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { sha1 } from '../../../server/src/lambda/sam/sha1.ts';

test.each(['', 'abc', 'my-stage', 'ü€😀', 'x'.repeat(55), 'x'.repeat(56), 'x'.repeat(64), 'x'.repeat(1000)])('%s', (text) => {
  expect(sha1(text)).toBe(createHash('sha1').update(text).digest('hex'));
});
