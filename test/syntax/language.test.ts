import { expect, test } from 'vitest';
import { detectLanguage, sourceText } from '../../server/src/syntax/index.ts';

test.each([
  ['{"a": 1}', 'json'],
  ['\uFEFF\r\n  {"a": 1}', 'json'],
  ['[1, true, "x"]', 'json'],
  ['{', 'json'],
  ['[', 'json'],
  ['{}', 'json'],
  ['[\n  {"a": "x # y !z"}\n]', 'json'],
  ['// why\n{"a": 1} // x', 'json'],
  ['/* why */ {"a": 1}', 'json'],
  ['{"a": "b\n', 'json'],
  ['{"a": -1, "b": [-2, null]}', 'json'],
  ['a: 1', 'yaml'],
  ['', 'yaml'],
  ['# {', 'yaml'],
  ['---\n{"a": 1}', 'yaml'],
  ['{a: 1}', 'yaml'],
  ["{'a': 1}", 'yaml'],
  ['{"a": !Ref B}', 'yaml'],
  ['{"a": 1} # why', 'yaml'],
  ['{\n  # why\n  "a": 1}', 'yaml'],
  ['[a, b]', 'yaml'],
  ['[!Ref a]', 'yaml'],
  ['["a", \'b\']', 'yaml'],
])('%j is %s', (text, language) => {
  expect(detectLanguage(text)).toBe(language);
});

test('the host knows better than the content', () => {
  expect(sourceText('u', '{}', 3, 'yaml')).toEqual({ uri: 'u', text: '{}', version: 3, languageId: 'yaml' });
  expect(sourceText('u', '{}')).toEqual({ uri: 'u', text: '{}', version: 0, languageId: 'json' });
});
