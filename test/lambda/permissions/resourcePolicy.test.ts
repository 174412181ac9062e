import { expect, test } from 'vitest';
import { invocationIn, templateOf } from '../triggers/fixture.ts';

function verdict(statement: string, arn = '!GetAtt Fn.Arn'): string | undefined {
  const template = templateOf(`
AWSTemplateFormatVersion: '2010-09-09'
Resources:
  Fn: { Type: AWS::Lambda::Function }
  Topic: { Type: AWS::SNS::Topic, Properties: { Subscription: [{ Protocol: lambda, Endpoint: !GetAtt Fn.Arn }] } }
  Other: { Type: AWS::SNS::Topic }
  Policy:
    Type: AWS::Lambda::ResourcePolicy
    Properties:
      ResourceArn: ${arn}
      PolicyDocument: { Version: '2012-10-17', Statement: [${statement}] }
`);
  return invocationIn(template).invokers[0]?.verdict;
}

const ALLOW = 'Effect: Allow, Action: lambda:InvokeFunction, Resource: !GetAtt Fn.Arn, Principal: { Service: sns.amazonaws.com }';

test('a whole policy of the function decides', () => {
  expect(verdict(`{ ${ALLOW} }`)).toBe('granted');
  expect(verdict(`{ ${ALLOW}, Condition: { ArnLike: { aws:SourceArn: !Ref Topic } } }`)).toBe('granted');
  expect(verdict(`{ ${ALLOW}, Condition: { ArnLike: { aws:SourceArn: 'arn:aws:sqs:eu-west-1:123456789012:q' } } }`)).toBe(
    'missing',
  );
  expect(verdict(`{ ${ALLOW}, Condition: { StringEquals: { aws:SourceAccount: '123456789012' } } }`)).toBe('unknown');
  expect(verdict(`{ ${ALLOW.replace('sns', 'sqs')} }`)).toBe('missing');
  expect(verdict(`{ ${ALLOW} }, { ${ALLOW.replace('Allow', 'Deny')} }`)).toBe('denied');
});

test('a policy of another function, of an alias, of something unseen', () => {
  expect(verdict(`{ ${ALLOW} }`, "!Sub '${Fn.Arn}:live'")).toBe('missing');
  expect(verdict(`{ ${ALLOW} }`, '!ImportValue fn')).toBe('unknown');
});
