import { expect, test } from 'vitest';
import { fullArnPattern, fullName } from '../../server/src/cloudformation/typeShorthand.ts';
import { frequentNames, shortArnPattern, shortName } from '../../server/tools/data/typeShorthand.mjs';

const QUEUE = 'AWS::SQS::Queue';
const frequent = ['Tags', '!Name'];

test.each([
  ['Tags', 'a'],
  ['QueueName', 'b'],
  ['QueueUrl', '!Url'],
  ['Queue', '!'],
  ['DelaySeconds', 'DelaySeconds'],
])('the name %s is written %s', (name, short) => {
  expect(shortName(name, QUEUE, frequent)).toBe(short);
  expect(fullName(short, QUEUE, frequent)).toBe(name);
});

test.each([
  ['arn:${Partition}:sqs:${Region}:${Account}:${QueueName}', ':sqs,<!Name>'],
  ['arn:${Partition}:s3:::${BucketName}/${Key}', ':s3:::<BucketName>/<Key>'],
  ['', ''],
])('the ARN pattern %s is written %s', (pattern, short) => {
  expect(shortArnPattern(pattern, QUEUE)).toBe(short);
  expect(fullArnPattern(short, QUEUE)).toBe(pattern);
});

test('what cannot be written in shorthand stops the generator', () => {
  expect(() => shortName('x', QUEUE, frequent)).toThrow('There is no shorthand for x.');
});

test('the most frequent names are those of the most types', () => {
  const owned = [
    ['TopicName', 'AWS::SNS::Topic'],
    ['QueueName', QUEUE],
    ['Tags', QUEUE],
  ] as const;
  expect(frequentNames(owned)).toEqual(['!Name', 'Tags']);
});
