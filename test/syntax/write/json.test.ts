import { expect, test } from 'vitest';
import {
  addEntry,
  addItem,
  addToList,
  type Draft,
  getAtt,
  mapping,
  ref,
  setEntry,
} from '../../../server/src/syntax/write/index.ts';
import { edited, mappingAt, sequenceAt } from './support.ts';

const addedAt = (text: string, path: string, value: Draft): string =>
  edited(text, (tree) => addEntry(tree, mappingAt(tree, path), 'New', value), 'json');

const twoSpaces = JSON.stringify({ Resources: { A: { Type: 'X', List: ['a', 'b'] } } }, null, 2);

test('an entry is added as JSON.stringify would write it', () => {
  const resource = mapping({ Type: 'Y', Arn: getAtt('Queue', 'Arn'), List: [ref('B'), 1, true], None: [] });
  const expected = {
    Resources: {
      A: { Type: 'X', List: ['a', 'b'] },
      New: { Type: 'Y', Arn: { 'Fn::GetAtt': ['Queue', 'Arn'] }, List: [{ Ref: 'B' }, 1, true], None: [] },
    },
  };
  expect(addedAt(twoSpaces, 'Resources', resource)).toBe(JSON.stringify(expected, null, 2));
});

test.each([
  ['tabs', '{\n\t"A": {\n\t\t"B": 1\n\t}\n}\n', 'A', '{\n\t"A": {\n\t\t"B": 1,\n\t\t"New": {\n\t\t\t"K": "v"\n\t\t}\n\t}\n}\n'],
  ['four spaces', '{\n    "A": {}\n}', 'A', '{\n    "A": {\n        "New": {\n            "K": "v"\n        }\n    }\n}'],
  ['CRLF', '{\r\n  "A": 1\r\n}\r\n', '', '{\r\n  "A": 1,\r\n  "New": {\r\n    "K": "v"\r\n  }\r\n}\r\n'],
  ['one line', '{"A":{"B":1}}', 'A', '{"A":{"B":1,"New":{"K":"v"}}}'],
  ['one line with an empty object', '{"A":{}}', 'A', '{"A":{"New":{"K":"v"}}}'],
  ['one line with spaces', '{ "A": { "B": 1 } }', 'A', '{ "A": { "B": 1, "New": { "K": "v" } } }'],
  ['spaces before colons', '{\n  "A" : 1\n}', '', '{\n  "A" : 1,\n  "New" : {\n    "K" : "v"\n  }\n}'],
  ['short objects on a line', '{\n  "A": { "Ref": "B" }\n}', '', '{\n  "A": { "Ref": "B" },\n  "New": { "K": "v" }\n}'],
  ['a comment', '{\n  "A": 1 // why\n}', '', '{\n  "A": 1, // why\n  "New": {\n    "K": "v"\n  }\n}'],
  ['a trailing comma', '{\n  "A": 1,\n}', '', '{\n  "A": 1,\n  "New": {\n    "K": "v"\n  },\n}'],
  ['a trailing comma and a comment', '{\n  "A": 1, // why\n}', '', '{\n  "A": 1, // why\n  "New": {\n    "K": "v"\n  },\n}'],
  ['nothing but an object', '{}', '', '{\n  "New": {\n    "K": "v"\n  }\n}'],
])('an entry is added in the style of the file: %s', (_, before, path, after) => {
  expect(addedAt(before, path, mapping({ K: 'v' }))).toBe(after);
});

test('an entry goes behind another one', () => {
  const after = edited('{\n  "A": 1,\n  "B": 2\n}', (tree) => {
    const root = mappingAt(tree, '');
    return addEntry(tree, root, 'New', 'x', root.entries[0]);
  });
  expect(after).toBe('{\n  "A": 1,\n  "New": "x",\n  "B": 2\n}');
});

test('items of a list stay on its line or get lines of their own', () => {
  const added = (text: string): string => edited(text, (tree) => addItem(tree, sequenceAt(tree, 'A'), ref('B')), 'json');
  expect(added('{\n  "A": ["x"]\n}')).toBe('{\n  "A": ["x", {"Ref": "B"}]\n}');
  expect(added('{\n  "A": [\n    "x"\n  ]\n}')).toBe('{\n  "A": [\n    "x",\n    {\n      "Ref": "B"\n    }\n  ]\n}');
  expect(added('{\n  "A": []\n}')).toBe('{\n  "A": [\n    {\n      "Ref": "B"\n    }\n  ]\n}');
});

test.each([
  ['absent', '{\n  "B": 1\n}', '{\n  "B": 1,\n  "L": [\n    "x"\n  ]\n}'],
  ['a single value', '{\n  "L": "a"\n}', '{\n  "L": [\n    "a",\n    "x"\n  ]\n}'],
  ['an object', '{\n  "L": {\n    "Ref": "B"\n  }\n}', '{\n  "L": [\n    {\n      "Ref": "B"\n    },\n    "x"\n  ]\n}'],
  ['a single value where lists are short', '{\n  "L": "a",\n  "M": ["b", "c"]\n}', '{\n  "L": ["a", "x"],\n  "M": ["b", "c"]\n}'],
  ['one line', '{"L":"a"}', '{"L":["a","x"]}'],
  ['a missing value', '{\n  "L":\n}', '{\n  "L": [\n    "x"\n  ]\n}'],
])('an item is added to what stands under a key: %s', (_, before, after) => {
  expect(edited(before, (tree) => addToList(tree, mappingAt(tree, ''), 'L', 'x'), 'json')).toBe(after);
});

test('a value is written where none is yet', () => {
  const set = (text: string): string => edited(text, (tree) => setEntry(tree, mappingAt(tree, ''), 'A', 'x'), 'json');
  expect(set('{ "A": }')).toBe('{ "A": "x" }');
  expect(set('{ "A" }')).toBe('{ "A": "x" }');
  expect(set('{ "A": 1 }')).toBe('{ "A": "x" }');
  expect(set('{ "B": 1 }')).toBe('{ "B": 1, "A": "x" }');
});
