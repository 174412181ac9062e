import { test } from 'vitest';
import { checkAcceptedIn, checkCompletionIn } from '../../harness/index.ts';

const single = (statement: string): string => `
  Resources:
    Jobs:
      Type: AWS::SQS::Queue
    Access:
      Type: AWS::IAM::Policy
      Properties:
        PolicyDocument: '{"Version": "2012-10-17", "Statement": [${statement}]}'
  `;

test('a policy in a string has the same completions', () => {
  checkAcceptedIn('yaml', single('{"Action": "sqs:$0"}'), 'sqs:SendMessage', single('{"Action": "sqs:SendMessage"}'));
  checkAcceptedIn('yaml', single('{"Action": [$0]}'), 'sqs', single('{"Action": ["sqs:$1"]}'));
  checkAcceptedIn('yaml', single('{"Action": "sqs:*", $0}'), 'Effect', single('{"Action": "sqs:*", "Effect": "${1:Allow}"}'));
  checkAcceptedIn('yaml', single('$0'), 'Deny', single('{"Effect": "Deny", "Action": ["$1"], "Resource": "$2"}'));
});

test('quotes are written as the string has them', () => {
  const json = (statement: string): string =>
    `{"Resources": {"Access": {"Type": "AWS::IAM::Policy", "Properties": {"PolicyDocument": "{\\"Version\\": \\"2012-10-17\\", \\"Statement\\": [${statement}]}"}}}}`;
  checkAcceptedIn('json', json('{\\"Action\\": [$0]}'), 'sqs', json('{\\"Action\\": [\\"sqs:$1\\"]}'));
  checkAcceptedIn('json', json('{\\"Action\\": \\"sqs:$0\\"}'), 'sqs:SendMessage', json('{\\"Action\\": \\"sqs:SendMessage\\"}'));
});

test('nothing of the template can be named in it', () => {
  checkCompletionIn('yaml', single('{"Action": "sqs:SendMessage", "Resource": "$0"}'), [
    'arn:aws:sqs:${Region}:${Account}:${QueueName}',
    '*',
  ]);
});

test('a text over several lines', () => {
  const block = (action: string): string => `
    Resources:
      Access:
        Type: AWS::IAM::Policy
        Properties:
          PolicyDocument: !Sub |
            {
              "Version": "2012-10-17",
              "Statement": [{
                "Effect": "Allow",
                "Action": ${action}
              }]
            }
    `;
  checkAcceptedIn('yaml', block('"sqs:$0"'), 'sqs:SendMessage', block('"sqs:SendMessage"'));
});
