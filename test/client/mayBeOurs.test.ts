import { expect, test } from 'vitest';
import { mayBeOurs } from '../../client/src/mayBeOurs.ts';
import { analyse } from '../../server/src/analysis/index.ts';
import { loadKnowledge } from '../../server/src/knowledge.node.ts';
import { sourceText } from '../../server/src/syntax/index.ts';

const isOurs = (text: string): boolean => analyse(sourceText('file:///a.yaml', text, 1, 'yaml'), loadKnowledge()).kind !== 'none';

test.each([
  "AWSTemplateFormatVersion: '2010-09-09'\n",
  'Transform: AWS::Serverless-2016-10-31\n',
  'Resources:\n  Skill:\n    Type: Alexa::ASK::Skill\n',
  'Resources:\n  Own:\n    Type: Custom::Own\n',
  '{"Statement": {"Effect": "Allow", "Action": "*"}}',
  '{"Policy": "{\\"Statement\\": [{\\"Effect\\": \\"Allow\\"}]}"}',
  '{"\\u0053tatement": [{"Effect": "Allow"}]}',
  '? "Stat\\x65ment"\n: - Effect: Allow\n',
])('wakes the server for %j, which it recognises', (text) => {
  expect(isOurs(text)).toBe(true);
  expect(mayBeOurs(text)).toBe(true);
});

test.each([
  '',
  'services:\n  web:\n    image: nginx\n',
  '{"name": "a", "version": "1.0.0", "dependencies": {}}',
  'Resources: here are some\n',
])('lets it sleep for %j', (text) => {
  expect(isOurs(text)).toBe(false);
  expect(mayBeOurs(text)).toBe(false);
});
