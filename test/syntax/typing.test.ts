import { expect, test } from 'vitest';
import { parse, sourceText, type TypedWord, typedWordAt } from '../../server/src/syntax/index.ts';
import { getAtt, mapping, typeEntry, typeText, typeValue } from '../../server/src/syntax/write/index.ts';
import { applyEdits, type TextEdit } from '../../server/src/text/edit.ts';
import type { LanguageId } from '../../server/src/text/sourceText.ts';

/** The word at the cursor `|`, and the text without it. */
function wordIn(marked: string, languageId: LanguageId): { readonly text: string; readonly word: TypedWord | undefined } {
  const text = marked.replace('|', '');
  return { text, word: typedWordAt(parse(sourceText('file:///t', text, 0, languageId)).value, marked.indexOf('|')) };
}

function written(marked: string, languageId: LanguageId, write: (word: TypedWord) => TextEdit): string {
  const { text, word } = wordIn(marked, languageId);
  if (!word) throw new Error(`no word in ${marked}`);
  const { span, newText } = write(word);
  return applyEdits(text, [{ span: word.toOuter(span), newText }]);
}

test.each<[string, LanguageId, string, string]>([
  ['a:\n  - s3:G|et\n', 'yaml', 's3:G', 'et'],
  ['a:\n  - |\n  - b\n', 'yaml', '', ''],
  ['a: s3:|\n', 'yaml', 's3:', ''],
  ['a: [x, |]\n', 'yaml', '', ''],
  ['a: "x|\nb: 1\n', 'yaml', 'x', ''],
  ['a: { b: | }\n', 'yaml', '', ''],
  ['a:\n  b: 1\n  |\n  c: 2\n', 'yaml', '', ''],
  ['R:\n  A:\n    x: 1\n  B:\n    y: |\n', 'yaml', '', ''],
  ['{"a": |}', 'json', '', ''],
  ['{"a": ["x", |]}', 'json', '', ''],
  ['{"a": 1, "b|"}', 'json', 'b', ''],
  ['{"R": {"A": {"x": 1}, "B": {"y": "z|w"}}}', 'json', 'z', 'w'],
])('%j has a word at the cursor', (marked, languageId, before, after) => {
  const { word } = wordIn(marked, languageId);
  expect([word?.before, word?.after]).toEqual([before, after]);
});

test.each<[string, LanguageId]>([
  ['a: 1 # |\n', 'yaml'],
  ['a:|\n  - b\n', 'yaml'],
  ['a:\n  - b\n  |\nc: 1\n', 'yaml'],
])('%j has none', (marked, languageId) => {
  expect(wordIn(marked, languageId).word).toBeUndefined();
});

test('a text keeps the quotes, and gets them where it needs them', () => {
  const action = (word: TypedWord): TextEdit => typeText(word.tree, word.node, 0, word.node.text.length, 's3:Get');
  expect(written('a: [x, s3|]\n', 'yaml', action)).toBe('a: [x, s3:Get]\n');
  expect(written("R:\n  A:\n    b: 's|'\n", 'yaml', action)).toBe("R:\n  A:\n    b: 's3:Get'\n");
  expect(written('{"R": {"A": ["x", | "y"]}}', 'json', action)).toBe('{"R": {"A": ["x", "s3:Get", "y"]}}');
  const star = (word: TypedWord): TextEdit => typeText(word.tree, word.node, 0, word.node.text.length, '*');
  expect(written('a: |\n', 'yaml', star)).toBe("a: '*'\n");
});

test('a value takes the place of the quotes', () => {
  const arn = (word: TypedWord): TextEdit => typeValue(word.tree, word.node, getAtt('Q', 'Arn'));
  expect(written('a:\n  b: "Q|"\n', 'yaml', arn)).toBe('a:\n  b: !GetAtt Q.Arn\n');
  expect(written('a:\n  b:\n    |\n', 'yaml', arn)).toBe('a:\n  b:\n    !GetAtt Q.Arn\n');
  expect(written('{"a": {"b": "|"}}', 'json', arn)).toBe('{"a": {"b": {"Fn::GetAtt": ["Q", "Arn"]}}}');
});

test('an entry is written at the key, or as a mapping in the place of the value', () => {
  const entry = (word: TypedWord): TextEdit => typeEntry(word.tree, word.node, 'k', mapping({ v: 1 }));
  expect(written('a:\n  b: 1\n  k|\n', 'yaml', entry)).toBe('a:\n  b: 1\n  k:\n    v: 1\n');
  expect(written('a:\n  b: |\n', 'yaml', entry)).toBe('a:\n  b:\n    k:\n      v: 1\n');
  expect(written('a:\n  x|: 2\n', 'yaml', entry)).toBe('a:\n  k: 2\n');
  expect(written('{"a": {| "b": 1}}', 'json', entry)).toBe('{"a": {"k": {"v": 1}, "b": 1}}');
});
