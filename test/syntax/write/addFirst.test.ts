import { expect, test } from 'vitest';
import { parse, sourceText } from '../../../server/src/syntax/index.ts';
import { addFirstEntry } from '../../../server/src/syntax/write/index.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';

test.each([
  ['a block', 'Statement: []\n', "Version: '2012-10-17'\nStatement: []\n"],
  ['braces on one line', '{ Statement: [] }\n', "{ Version: '2012-10-17', Statement: [] }\n"],
  ['JSON', '{\n  "Statement": []\n}\n', '{\n  "Version": "2012-10-17",\n  "Statement": []\n}\n'],
  ['JSON on one line', '{"Statement":[]}', '{"Version":"2012-10-17","Statement":[]}'],
  ['nothing', '{}', '{\n  "Version": "2012-10-17"\n}'],
])('an entry in front of all others in %s', (_, before, after) => {
  const tree = parse(sourceText('test', before)).value;
  const root = tree.root?.kind === 'mapping' ? tree.root : undefined;
  expect(root && applyEdits(before, [addFirstEntry(tree, root, 'Version', '2012-10-17')])).toBe(after);
});
