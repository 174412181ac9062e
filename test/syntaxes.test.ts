import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const grammar: unknown = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', 'syntaxes', 'references.injection.json'), 'utf8'),
);

/** The regular expression of a rule of the grammar; the ones used here mean the same to VS Code's engine and to JavaScript's. */
function pattern(name: string): RegExp {
  const found = JSON.stringify(grammar).match(new RegExp(`"${name}":\\{.*?"match":("(?:[^"\\\\]|\\\\.)*")`));
  return new RegExp(`^${JSON.parse(found?.[1] ?? '""')}$`);
}

test.each(['${aws:username}', '${!aws:PrincipalTag/team}', "${aws:PrincipalTag/team, 'none'}"])(
  '%s is a policy variable',
  (text) => {
    expect(text).toMatch(pattern('policy-variable'));
    expect(text).not.toMatch(pattern('template-reference'));
  },
);

test.each(['${AWS::Region}', '${Queue}', '${Queue.Arn}'])('%s is a reference of the template', (text) => {
  expect(text).toMatch(pattern('template-reference'));
  expect(text).not.toMatch(pattern('policy-variable'));
});

test.each(['${}', '$Queue', '${a b}'])('%s is neither', (text) => {
  expect(text).not.toMatch(pattern('policy-variable'));
  expect(text).not.toMatch(pattern('template-reference'));
});
