import { expect, test } from 'vitest';
import { readActionNames, readVerbs } from '../../server/src/iam/knowledge/actionNames.ts';
import { fullArn, fullDescription } from '../../server/src/iam/knowledge/shorthand.ts';
import { shortArn, shortDescription } from '../../server/tools/data/shorthand.mjs';

test('names of actions are read from verbs and what they are about, in alphabetical order', () => {
  const verbs = readVerbs('aRGet bRList*s cWCreate');
  expect(readActionNames('abcTopic aTopicPolicy WPublish LList', verbs)).toEqual({
    names: ['CreateTopic', 'GetTopic', 'GetTopicPolicy', 'List', 'ListTopics', 'Publish'],
    levels: ['Write', 'Read', 'Read', 'List', 'Read', 'Write'],
  });
  expect(readActionNames('', verbs)).toEqual({ names: [], levels: [] });
});

test.each([
  ['CreateVoiceProfile', 'Grants permission to create a voice profile', '^~ a ~ ~'],
  ['DescribeVPCEndpoints', 'Grants permission to describe all endpoints of a VPC', '^~ all;} a |1'],
  ['GetAppInstanceBot', 'Get the AppInstanceBot of an AppInstance', '=!===}@|1='],
  ['SendEmail', 'Sends emails (at most 50) to an e-mail address', '=s ~s (at most 50)&@e-mail address'],
  ['AddPeer', 'Grants permission to add a peer & its routes', '\\Grants permission to add a peer & its routes'],
  ['SetTag', 'Grants permission to set a tag with a ~ in front', '\\Grants permission to set a tag with a ~ in front'],
])('the description of %s is said with its words', (name, text, short) => {
  expect(shortDescription(text, name)).toBe(short);
  expect(fullDescription(short, name)).toBe(text);
});

test.each([
  ['app-instance', 'arn:${Partition}:chime:${Region}:${Account}:app-instance/${AppInstanceId}', '.!/#'],
  ['bucket', 'arn:${Partition}:s3:::${BucketName}', ':s3:::~'],
  ['key', 'arn:${Partition}:chime:${Region}:${Account}:key/${Key}/${Version}', '.!/=/<Version>'],
  ['odd', 'arn:aws:chime:us-east-1::odd/a=b', '\\arn:aws:chime:us-east-1::odd/a=b'],
])('the ARN of a resource of type %s is said with its name', (type, arn, short) => {
  expect(shortArn(arn, 'chime', type)).toBe(short);
  expect(fullArn(short, 'chime', type)).toBe(arn);
});
