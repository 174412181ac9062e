import { expect, test } from 'vitest';
import { arnFields, concat, display, literal, ofHole } from '../../server/src/symbolic/index.ts';

test('the fields of an ARN with holes, the resource keeping its colons', () => {
  const region = ofHole({ kind: 'pseudo', name: 'AWS::Region' });
  const arn = arnFields(concat(['arn:aws:logs:', region, ':123456789012:log-group:orders:*']));
  expect(arn && [arn.partition, arn.service, arn.region, arn.account, arn.resource].map(display)).toEqual([
    'aws',
    'logs',
    '${AWS::Region}',
    '123456789012',
    'log-group:orders:*',
  ]);
});

test('empty fields are there, and empty', () => {
  const arn = arnFields(literal('arn:aws:s3:::orders'));
  expect(arn && [arn.region, arn.account, arn.resource].map(display)).toEqual(['', '', 'orders']);
});

test.each(['*', 'orders', 'arn:aws:s3', 'https://example.com'])('%s is no ARN', (text) => {
  expect(arnFields(literal(text))).toBeUndefined();
});

test('a string whose colons cannot all be seen is no ARN for certain', () => {
  expect(arnFields(concat(['arn:', ofHole({ kind: 'parameter', name: 'Rest', values: undefined })]))).toBeUndefined();
});
