import { describe, expect, test } from 'vitest';
import { checkRefactoring, refactoringsAt } from '../../harness/index.ts';

const policy = (actions: string, effect = 'Allow'): string => `Version: "2012-10-17"
Statement:
  - Effect: ${effect}
    Action:${actions.startsWith('\n') ? '' : ' '}${actions}
    Resource: "*"
`;

const list = (...actions: readonly string[]): string => policy(`\n${actions.map((action) => `      - ${action}`).join('\n')}`);

const titles = (text: string, verb: string): readonly string[] => refactoringsAt(text).filter((title) => title.startsWith(verb));

const LISTS = ['sqs:ListDeadLetterSourceQueues', 'sqs:ListMessageMoveTasks', 'sqs:ListQueueTags', 'sqs:ListQueues'];

describe('a wildcard is written out', () => {
  const title = 'Expand sqs:List* into its 4 actions';

  test('in place of a single value', () => {
    checkRefactoring(title, policy('sqs:Li$0st*'), list(...LISTS));
  });

  test('among others, whose quotes and comments stay', () => {
    checkRefactoring(
      title,
      list("'sqs:SendMessage' # to tell", "'sqs:Li$0st*' # to look", "'sqs:ListQueues'"),
      list(
        "'sqs:SendMessage' # to tell",
        "'sqs:ListDeadLetterSourceQueues' # to look",
        'sqs:ListMessageMoveTasks',
        'sqs:ListQueueTags',
        "'sqs:ListQueues'",
      ),
    );
  });

  test('in brackets, as long as they fit on a line', () => {
    checkRefactoring(
      'Expand sqs:ListQ* into its 2 actions',
      policy('[sqs:ListQ*$0]'),
      policy('[sqs:ListQueueTags, sqs:ListQueues]'),
    );
    checkRefactoring(title, policy('[sqs:List*$0, sqs:ReceiveMessage]'), list(...LISTS, 'sqs:ReceiveMessage'));
  });

  test('a pattern for one action only', () => {
    checkRefactoring('Write sqs:ListQueueTags for sqs:ListQueueT?gs', policy('sqs:ListQueueT?gs$0'), policy('sqs:ListQueueTags'));
  });

  test('a long list is called one, and a longer one is not offered', () => {
    expect(titles(policy('s3:*$0'), 'Expand')).toEqual([
      expect.stringMatching(/^Expand s3:\* into its 1\d\d actions \(a long list\)$/),
    ]);
    for (const pattern of ['ec2:*', '"*"', '"*:*"', '"s*:Get*"', 'made:*', 's3:Gett*', 'sqs:ListQueues'])
      expect(titles(policy(pattern.replace(/"?$/, '$0$&')), 'Expand')).toEqual([]);
  });
});

describe('actions are drawn together', () => {
  test('where the wildcard stands for just the same', () => {
    checkRefactoring(
      'Shrink 4 actions of sqs into sqs:List*',
      list(...LISTS, 'sqs:SendM$0essage'),
      list('sqs:List*', 'sqs:SendMessage'),
    );
    checkRefactoring('Shrink 4 actions of sqs into sqs:List*', policy(`[${LISTS.join(', ')}$0]`), policy('[sqs:List*]'));
  });

  test('what cannot be drawn together stays, other services do as well', () => {
    checkRefactoring(
      'Shrink 4 actions of sqs into sqs:List*',
      list('s3:GetObject', 'sqs:GetQueueUrl', 'SQS:listqueues', ...LISTS.slice(0, 3), '"sqs:$0${Made}"'),
      list('s3:GetObject', 'sqs:GetQueueUrl', 'sqs:List*', '"sqs:${Made}"'),
    );
  });

  test('a wildcard that is there takes in its neighbours', () => {
    checkRefactoring('Shrink 3 actions of sqs into sqs:List*', list('$0sqs:ListQueue*', ...LISTS.slice(0, 2)), list('sqs:List*'));
  });

  test.each([
    ['one is missing', list(...LISTS.slice(1, 3), '$0sqs:SendMessage')],
    ['a comment would be lost', list('$0sqs:ListQueues', 'sqs:ListQueueTags # why')],
  ])('not where %s', (_, text) => {
    expect(titles(text, 'Shrink')).toEqual([]);
  });
});

describe('all actions of a service are narrowed to some levels of access', () => {
  test('each choice is offered once', () => {
    expect(titles(policy('sqs:*$0'), 'Narrow')).toEqual([
      'Narrow sqs:* to the 7 actions that list and read',
      'Narrow sqs:* to the 15 actions that list, read and write',
      'Narrow sqs:* to the 17 actions that list, read, write and tag',
    ]);
  });

  test('wildcards stand for just the actions of the levels', () => {
    checkRefactoring(
      'Narrow sqs:* to the 7 actions that list and read',
      policy('SQS:*$0'),
      list('sqs:Get*', 'sqs:List*', 'sqs:ReceiveMessage'),
    );
  });

  test('not in a Deny, whose meaning is the reverse, and not for a part of a service', () => {
    for (const text of [
      policy('sqs:*$0', 'Deny'),
      policy('sqs:Get*$0'),
      policy('"*$0"'),
      policy('sqs:*$0').replace('Action', 'NotAction'),
    ])
      expect(titles(text, 'Narrow')).toEqual([]);
  });
});

test('a policy inside a text is left alone', () => {
  const inText = (actions: string): string => `Resources:
  Readers:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument: '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "${actions}", "Resource": "*"}]}'
`;
  expect(refactoringsAt(inText('sqs:List*$0'))).toEqual([]);
});
