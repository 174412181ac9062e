import { expect, test } from 'vitest';
import { completionsAt } from '../../../server/src/features/index.ts';
import {
  analysed,
  checkAccepted,
  checkAcceptedIn,
  checkCompletion,
  checkCompletionIn,
  checkOffers,
  testKnowledge,
  withCursor,
} from '../../harness/index.ts';

const policy = (action: string, more = ''): string => `
Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: ${action}
    Resource: "*"${more}
`;

const filtersAt = (text: string): readonly string[] => {
  const { text: unmarked, offset } = withCursor(text);
  return completionsAt(analysed(unmarked), offset).items.map(({ label, filterText }) => `${label} by ${filterText}`);
};

test('an action is offered once, by its own name as long as that fits, else by that of an operation', () => {
  const named = (typed: string) => filtersAt(policy(`${typed}$0`)).filter((offer) => offer.startsWith('sqs:SendMessage '));
  expect(named('sqs:Send')).toEqual(['sqs:SendMessage by sqs:SendMessage']);
  expect(named('sqs:SendMessageB')).toEqual(['sqs:SendMessage by sqs:SendMessageBatch']);
  const invoke = (typed: string) => filtersAt(policy(`${typed}$0`)).filter((offer) => offer.startsWith('lambda:InvokeFunction '));
  expect(invoke('lambda:Inv')).toEqual(['lambda:InvokeFunction by lambda:InvokeFunction']);
  expect(invoke('lambda:Invoke')).toEqual([
    'lambda:InvokeFunction by lambda:InvokeFunction',
    'lambda:InvokeFunction by lambda:Invoke',
  ]);
});

test('services are offered first, with what functions use most in front', () => {
  checkCompletion(policy('$0'), ['s3', 'dynamodb', 'sqs', 'sns', 'lambda', 'logs', '…']);
  checkAccepted(policy('dyn$0'), 'dynamodb', policy('dynamodb:$1'));
  checkAcceptedIn('yaml', policy('"$0"'), 's3', policy('"s3:$1"'));
});

test('the services of the list, then those of the template come first', () => {
  checkCompletion(policy('[kms:Decrypt, $0]'), ['kms', 's3', '…']);
  const template = `
    Resources:
      Jobs:
        Type: AWS::SQS::Queue
      Access:
        Type: AWS::IAM::Policy
        Properties:
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: $0
    `;
  checkCompletion(template, ['sqs', 's3', '…']);
});

test('behind the colon the actions of the service are offered, but none that is in the list', () => {
  checkCompletion(policy('sns:$0'), ['sns:AddPermission', 'sns:CheckIfPhoneNumberIsOptedOut', 'sns:ConfirmSubscription', '…']);
  checkOffers(policy('[s3:GetObject, s3:$0]'), ['s3:PutObject'], ['s3:GetObject']);
  checkOffers(policy('[s3:GetObject, s3:Get$0Object]'), ['s3:GetObjectAcl']);
  checkOffers(policy('[s3:PutObject, s3:GetO$0bject]'), ['s3:GetObject']);
});

test.each(['plain', 'double', 'single'])('the whole word is replaced, through quotes (%s)', (style) => {
  const quote = { plain: '', double: '"', single: "'" }[style] ?? '';
  const word = (text: string): string => policy(`[s3:PutObject, ${quote}${text}${quote}]`);
  checkAccepted(word('s3:Get$0'), 's3:GetObject', word('s3:GetObject'));
  checkAccepted(word('s3:Ge$0tBucket'), 's3:GetObject', word('s3:GetObject'));
  checkAccepted(word('$0s3:GetBucket'), 's3', word('s3:$1'));
});

test('in a list over several lines, in one with a bracket, and as a single value', () => {
  checkAccepted(policy('\n      - sqs:$0'), 'sqs:SendMessage', policy('\n      - sqs:SendMessage'));
  checkAccepted(policy('[sqs:$0]'), 'sqs:SendMessage', policy('[sqs:SendMessage]'));
  checkAccepted(policy('sqs:$0'), 'sqs:SendMessage', policy('sqs:SendMessage'));
});

test('half-typed text: an open quote, an open bracket, a value without quotes in JSON', () => {
  checkAcceptedIn('yaml', policy('"sqs:$0'), 'sqs:SendMessage', policy('"sqs:SendMessage'));
  checkAcceptedIn('yaml', policy('[s3:GetObject, "sqs:$0]'), 'sqs:SendMessage', policy('[s3:GetObject, "sqs:SendMessage]'));
  checkAcceptedIn('yaml', policy('[sqs:$0'), 'sqs:SendMessage', policy('[sqs:SendMessage'));
  const json = (action: string): string => `{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ${action}}]}`;
  checkAcceptedIn('json', json('"sqs:$0"'), 'sqs:SendMessage', json('"sqs:SendMessage"'));
  checkAcceptedIn('json', json('[$0]'), 'sqs', json('["sqs:$1"]'));
  checkAcceptedIn('json', json('[$0 "s3:GetObject"]'), 'sqs', json('["sqs:$1", "s3:GetObject"]'));
});

test('the name of an API operation gives the action that authorises it', () => {
  expect(filtersAt(policy('HeadO$0'))[0]).toBe('s3:GetObject by HeadObject');
  expect(filtersAt(policy('Invoke$0'))[0]).toBe('lambda:InvokeFunction by Invoke');
  expect(filtersAt(policy('SendMessageB$0'))[0]).toBe('sqs:SendMessage by SendMessageBatch');
  expect(filtersAt(policy('s3:Head$0'))).toContain('s3:GetObject by s3:HeadObject');
  checkAccepted(policy('HeadObject$0'), 's3:GetObject', policy('s3:GetObject'));
});

test('the name of an action is found without its service', () => {
  checkOffers(policy('GetIt$0'), ['dynamodb:GetItem']);
  checkAccepted(policy('putobj$0'), 's3:PutObject', policy('s3:PutObject'));
});

test('a service by another name gives the actions of the one that is meant', () => {
  expect(filtersAt(policy('stepfunctions:Start$0'))).toContain('states:StartExecution by stepfunctions:StartExecution');
});

test('wildcards tell how many actions they stand for', () => {
  const { text, offset } = withCursor(policy('sqs:$0'));
  const wildcards = completionsAt(analysed(text), offset).items.filter(({ kind }) => kind === 'wildcard');
  const count = (pattern: string): number => testKnowledge().iam.actionsMatching(pattern).length;
  expect(wildcards.find(({ label }) => label === 'sqs:*')?.detail).toBe(`${count('sqs:*')} actions`);
  expect(wildcards.find(({ label }) => label === 'sqs:List*')?.detail).toBe(`${count('sqs:List*')} actions`);
});

test('nothing is offered where an action would spoil the text', () => {
  checkCompletionIn('yaml', policy('$0\n      - s3:GetObject').replace(': $0', ':$0'), []);
  checkCompletionIn('yaml', policy('\n      - s3:GetObject\n      $0'), []);
  checkCompletionIn('yaml', policy('s3:GetObject $0'), []);
  checkCompletionIn('yaml', policy('[s3:GetObject]$0'), []);
  checkCompletionIn('yaml', policy('\n      -$0 s3:GetObject'), []);
  checkCompletionIn('yaml', policy('\n      $0- s3:GetObject'), []);
  checkCompletionIn('json', '{"Version": "2012-10-17", "Statement": [{"Action"$0: "s3:*"}]}', []);
  checkCompletionIn('json', '{"Version": "2012-10-17", "Statement": [{"Action": "s3:*"$0}]}', []);
});

test('any action is offered at any prefix of it', () => {
  for (const service of ['s3', 'sqs', 'dynamodb', 'lambda', 'logs', 'ec2', 'execute-api']) {
    const names = testKnowledge().iam.actionNames(service);
    for (const name of names.filter((_, i) => i % 40 === 0)) {
      const id = `${service}:${name}`;
      for (const length of [service.length + 1, service.length + 3, id.length - 1, id.length]) {
        const { text, offset } = withCursor(policy(`${id.slice(0, length)}$0${id.slice(length)}`));
        expect(completionsAt(analysed(text), offset).items.map(({ label }) => label)).toContain(id);
      }
    }
  }
});

test('a trust policy begins with the actions by which a role is assumed', () => {
  const template = (action: string): string => `
    Resources:
      Role:
        Type: AWS::IAM::Role
        Properties:
          AssumeRolePolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Principal: { Service: lambda.amazonaws.com }
                Action: ${action}
    `;
  checkCompletion(template('$0'), ['sts:AssumeRole', 'sts:AssumeRoleWithWebIdentity', 'sts:AssumeRoleWithSAML', '…']);
  checkAccepted(template('$0'), 'sts:AssumeRole', template('sts:AssumeRole'));
});

test('a file that is no template and no policy gets nothing', () => {
  checkCompletion('Action: s3:$0\n', []);
  checkCompletion('jobs:\n  build:\n    steps:\n      - $0\n', []);
});

test('a wildcard that is being typed tells how many actions it stands for', () => {
  const { text, offset } = withCursor(policy('sqs:*Queue*$0'));
  const { items, incomplete } = completionsAt(analysed(text), offset);
  const count = testKnowledge().iam.actionsMatching('sqs:*Queue*').length;
  expect([items[0]?.label, items[0]?.detail, incomplete]).toEqual(['sqs:*Queue*', `${count} actions`, true]);
});
