import { expect, test } from 'vitest';
import { ruleList, rulePage } from '../../server/src/features/index.ts';
import { RULES } from '../../server/src/rules/index.ts';

test('the page of a rule says what it finds, when that hurts, how it is silenced and where there is more', () => {
  expect(rulePage('unscoped-service-permission')?.split('\n\n')).toEqual([
    '# unscoped-service-permission',
    expect.stringMatching(/^\*\*.+\.\*\*$/),
    'Recommended severity *warning*: more is allowed than is meant.',
    expect.any(String),
    '## Silencing it',
    expect.stringContaining('`# lambda-iam-ignore unscoped-service-permission`'),
    expect.stringContaining('`"unscoped-service-permission": "off"`'),
    '## More',
    expect.stringMatching(/^\[The rule with examples\]\(https:.+\) · \[AWS’s documentation\]\(https:.+\)\n$/),
  ]);
});

test('every rule of the list has one, and no other name', () => {
  expect(ruleList().map(({ id }) => id)).toEqual(RULES.map(({ id }) => id));
  expect(ruleList().filter(({ id }) => rulePage(id) === undefined)).toEqual([]);
  expect(rulePage('constructor')).toBeUndefined();
});
