import { expect, test } from 'vitest';
import { closestActions, closestServices } from '../../server/src/iam/didYouMean.ts';
import { shippedKnowledge } from './knowledgeData.ts';

const iam = shippedKnowledge();

test.each([
  ['lambda:InvokeFuntion', 'lambda:InvokeFunction'],
  ['lambda:InvokeFuncttion', 'lambda:InvokeFunction'],
  ['lambda:InvokeFunctoin', 'lambda:InvokeFunction'],
  ['lambda:InvokeFunktion', 'lambda:InvokeFunction'],
  ['lambda:invokefunctoin', 'lambda:InvokeFunction'],
  ['lambda:InvokeFunc', 'lambda:InvokeFunction'],
  ['s3:GetObjects', 's3:GetObject'],
  ['labmda:InvokeFunction', 'lambda:InvokeFunction'],
  ['dynamdb:PutItem', 'dynamodb:PutItem'],
  ['stepfunctions:StartExecutoin', 'states:StartExecution'],
  ['ssm:GetSecretValue', 'secretsmanager:GetSecretValue'],
])('for %s, the first suggestion is %s', (written, meant) => {
  expect(closestActions(iam, written, 3)[0]).toBe(meant);
});

test.each(['', ':', 's3:', 'lambda:X', 'nosuchservice:Thing', 'lambda:EatBananas'])('for %j there is no suggestion', (text) => {
  expect(closestActions(iam, text, 3)).toEqual([]);
});

test('there are never more suggestions than asked for', () => {
  expect([0, 1, 2].map((max) => closestActions(iam, 'ec2:DescribeVolume', max).length)).toEqual([0, 1, 2]);
});

test('of two equally near actions, the one that is used nearby comes first', () => {
  const used = (id: string): string | undefined => closestActions(iam, 'dynamodb:XetItem', 1, new Set([id]))[0];
  expect([used('DynamoDB:getitem'), used('nosuch:Thing')]).toEqual(['dynamodb:GetItem', 'dynamodb:GetItem']);
  expect(closestActions(iam, 'sqs:TagQueues', 2, new Set(['sqs:UntagQueue']))[0]).toBe('sqs:TagQueue');
});

test('a service is found by its other names and by its nearest prefixes', () => {
  expect(closestServices(iam, 'stepfunctions', 1)).toEqual(['states']);
  expect(closestServices(iam, 'lamda', 1)).toEqual(['lambda']);
  expect(closestServices(iam, 's4', 1)).toEqual(['s3']);
  expect(closestServices(iam, 'quantumbananas', 3)).toEqual([]);
});

/** Every text that is one slip away: a letter left out, doubled, replaced by its neighbour, or changed with the next one. */
function slipsOf(name: string): readonly string[] {
  return [...name].slice(1, -1).flatMap((letter, index) => {
    const at = index + 1;
    const [before, after] = [name.slice(0, at), name.slice(at + 1)];
    return [
      before + after,
      before + letter + letter + after,
      `${before}q${after}`,
      `${before}${after.charAt(0)}${letter}${after.slice(1)}`,
    ];
  });
}

test('after one slip, the action that was meant comes first nearly always', () => {
  const services = ['lambda', 'sqs', 'sns', 'dynamodb', 'kinesis', 'logs', 'events', 'states', 'secretsmanager'];
  const slips = services.flatMap((service) =>
    iam.actionNames(service).flatMap((name) =>
      slipsOf(name)
        .map((slip) => [`${service}:${slip}`, `${service}:${name}`] as const)
        .filter(([written]) => !iam.hasAction(written)),
    ),
  );
  const right = slips.filter(([written, meant]) => closestActions(iam, written, 1)[0] === meant);
  expect(slips.length).toBeGreaterThan(10_000);
  expect(right.length / slips.length).toBeGreaterThan(0.99);
});
