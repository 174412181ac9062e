import { expect, test } from 'vitest';
import { coverage, inBothLanguages } from './fixture.ts';

/** The verdict on a dead-letter queue whose policy has this principal, and what else the statement says. */
function verdicts(principal: string, more = ''): readonly unknown[] {
  const yaml = `Resources:
  Queue: { Type: AWS::SQS::Queue }
  Role: { Type: AWS::IAM::Role }
  Other: { Type: AWS::IAM::Role }
  Topic: { Type: AWS::SNS::Topic }
  Access:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!Ref Queue]
      PolicyDocument:
        Statement: { Effect: Allow, Principal: ${principal}, Action: "sqs:SendMessage", Resource: !GetAtt Queue.Arn ${more} }
  Worker: { Type: AWS::Lambda::Function, Properties: { Role: !GetAtt Role.Arn, DeadLetterConfig: { TargetArn: !GetAtt Queue.Arn } } }
`;
  return inBothLanguages(yaml).flatMap(([, template]) =>
    coverage('Worker', 'dead-letter', template).map(({ verdict, actions }) => [
      verdict,
      ...actions.flatMap(({ grantedBy }) => grantedBy.map(({ label }) => label)),
    ]),
  );
}

const both = (...expected: readonly string[]) => [expected, expected];

test('within an account the policy of the queue is enough', () => {
  expect(verdicts('{ AWS: !GetAtt Role.Arn }')).toEqual(both('granted', 'Access'));
  expect(verdicts('"*"')).toEqual(both('granted', 'Access'));
});

test('a policy for others does not let the role in', () => {
  expect(verdicts('{ AWS: !GetAtt Other.Arn }')).toEqual(both('missing'));
  expect(verdicts('{ Service: sns.amazonaws.com }')).toEqual(both('missing'));
  expect(verdicts('{ AWS: !Sub "arn:aws:iam::${AWS::AccountId}:root" }')).toEqual(both('missing'));
  expect(verdicts('"*"', ', Condition: { ArnEquals: { "aws:SourceArn": !Ref Topic } }')).toEqual(both('missing'));
});

test('a policy whose conditions cannot be told may let the role in', () => {
  expect(verdicts('"*"', ', Condition: { StringEquals: { "aws:PrincipalTag/team": a } }')).toEqual(both('unknown', 'Access'));
});
