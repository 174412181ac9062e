import { describe, expect, test } from 'vitest';
import { RULES } from '../../server/src/rules/index.ts';
import { checkRule, dedent, readAnnotations } from '../harness/index.ts';

describe.each(RULES)('$id', (rule) => {
  test.each(rule.docs.bad)('finds just what is marked in\n%s', (example) => {
    expect(readAnnotations(dedent(example)).marks.length, 'marks').toBeGreaterThan(0);
    checkRule(rule, example);
  });

  test.each(rule.docs.good)('finds nothing in\n%s', (example) => {
    expect(readAnnotations(dedent(example)).marks).toEqual([]);
    checkRule(rule, example);
  });
});
