import { expect, test } from 'vitest';
import { renderDocument } from '../../../server/src/syntax/write/index.ts';
import { contentOf, treeOf } from './support.ts';

const YAML = `Version: '2012-10-17'
Account: '012345678901'
Count: 3
Flags:
  - true
  - null
Empty: {}
None: []
Arn: !GetAtt Queue.Arn
Nested: !GetAtt Stack.Outputs.Arn
Name: !Sub \${Queue.Arn}/*
Encoded:
  Fn::Base64: !Sub x
All: !If [IsProd, !Ref A, !Ref AWS::NoValue]
Uses: !Condition IsProd
`;

const JSON_TEXT = `${JSON.stringify(
  {
    Version: '2012-10-17',
    Account: '012345678901',
    Count: 3,
    Flags: [true, null],
    Empty: {},
    None: [],
    Arn: { 'Fn::GetAtt': ['Queue', 'Arn'] },
    Nested: { 'Fn::GetAtt': ['Stack', 'Outputs.Arn'] },
    Name: { 'Fn::Sub': '${Queue.Arn}/*' },
    Encoded: { 'Fn::Base64': { 'Fn::Sub': 'x' } },
    All: { 'Fn::If': ['IsProd', { Ref: 'A' }, { Ref: 'AWS::NoValue' }] },
    Uses: { Condition: 'IsProd' },
  },
  null,
  2,
)}\n`;

test('YAML becomes JSON with the long forms of intrinsic functions', () => {
  expect(renderDocument(treeOf(YAML), 'json')).toBe(JSON_TEXT);
});

test('JSON becomes YAML with the short forms', () => {
  const back = YAML.replace('Uses: !Condition IsProd', 'Uses:\n  Condition: IsProd');
  expect(renderDocument(treeOf(JSON_TEXT), 'yaml')).toBe(back);
});

test('what both have is the same after each conversion', () => {
  const json = renderDocument(treeOf(YAML), 'json');
  expect(contentOf(renderDocument(treeOf(json), 'yaml'))).toEqual(contentOf(json));
});

test('numbers that are more than their value stay text, and aliases are written out', () => {
  const text = 'A: 012345678901\nB: &b { C: 1.0 }\nD:\n  <<: *b\n  E: *b\n';
  expect(JSON.parse(renderDocument(treeOf(text), 'json'))).toEqual({
    A: '012345678901',
    B: { C: '1.0' },
    D: { C: '1.0', E: { C: '1.0' } },
  });
});

test('an empty text is an empty document', () => {
  expect(renderDocument(treeOf(''), 'json')).toBe('{}\n');
});
