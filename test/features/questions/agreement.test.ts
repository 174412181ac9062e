import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Analysis } from '../../../server/src/analysis/index.ts';
import { mayDo } from '../../../server/src/features/index.ts';
import type { ActionCoverage, Need } from '../../../server/src/lambda/index.ts';
import { RULES } from '../../../server/src/rules/index.ts';
import { display } from '../../../server/src/symbolic/index.ts';
import { analysed, dedent } from '../../harness/index.ts';
import { understood } from './support.ts';

const ANSWERS = { granted: 'yes', missing: 'no', denied: 'no' } as const;

/** Demands that an answer says the same as the verdict on a need. Where the files leave the need open, an answer may know more. */
function checkAgreement(analysis: Analysis, fn: string, need: Need, { action, grant, verdict }: ActionCoverage): boolean {
  const resource = display(grant.on);
  // What is no ARN cannot be asked about by name, and of several actions one may be enough.
  if (!resource.startsWith('arn:') || resource.includes(' ? ') || grant.anyOf || verdict === 'unknown') return false;
  if (analysis.knowledge.iam.action(action)?.resources.length === 0) return false;
  const answer = understood(mayDo(analysis, { function: fn, action, resource }));
  const isSettled = need.guard.length === 0;
  expect(
    isSettled ? [ANSWERS[verdict]] : [ANSWERS[verdict], 'depends'],
    `${fn} ${action} ${resource}\n${analysis.source.text}`,
  ).toContain(answer.verdict);
  return true;
}

/** @returns how many verdicts were compared */
function checkAll(analysis: Analysis): number {
  let compared = 0;
  for (const { fn, needs } of analysis.permissions.functions) {
    for (const { need, actions } of needs) {
      for (const coverage of actions) if (checkAgreement(analysis, fn.logicalId, need, coverage)) compared++;
    }
  }
  return compared;
}

test('an answer agrees with the verdict on each need of every example', () => {
  const examples = RULES.flatMap(({ docs }) => [...docs.bad, ...docs.good]);
  const compared = examples.map((text) => checkAll(analysed(text))).reduce((sum, count) => sum + count, 0);
  expect(compared).toBeGreaterThan(100);
});

const STATEMENT = fc.record({
  Effect: fc.constantFrom('Allow', 'Allow', 'Deny'),
  Action: fc.constantFrom('sqs:*', 'sqs:ReceiveMessage', 'sqs:Delete*', 'sns:Publish', '*', 'logs:*', 'lambda:InvokeFunction'),
  Resource: fc.constantFrom(
    '"*"',
    '!GetAtt Jobs.Arn',
    '!GetAtt Others.Arn',
    '!Ref Failed',
    '!Ref Anything',
    "!Sub 'arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:${Jobs.QueueName}'",
    "!Sub 'arn:${AWS::Partition}:sqs:*:*:${Name}'",
  ),
  Condition: fc.constantFrom('', '', '', ", Condition: { StringEquals: { 'aws:ResourceTag/team': red } }"),
});

function written({
  Effect,
  Action,
  Resource,
  Condition,
}: {
  Effect: string;
  Action: string;
  Resource: string;
  Condition: string;
}): string {
  return `{ Effect: ${Effect}, Action: '${Action}', Resource: ${Resource}${Condition} }`;
}

const ROLE = fc.record({
  statements: fc.array(STATEMENT, { maxLength: 4 }),
  managed: fc.constantFrom(
    '',
    "ManagedPolicyArns: ['arn:aws:iam::123456789012:policy/team']",
    'ManagedPolicyArns: [arn:aws:iam::aws:policy/service-role/AWSLambdaSQSQueueExecutionRole]',
  ),
  boundary: fc.constantFrom(
    '',
    '',
    'PermissionsBoundary: !Ref Limit',
    "PermissionsBoundary: 'arn:aws:iam::123456789012:policy/limit'",
  ),
});

test('and whatever stands in the role', () => {
  let compared = 0;
  fc.assert(
    fc.property(ROLE, ({ statements, managed, boundary }) => {
      compared += checkAll(
        analysed(
          dedent(`
          Parameters: { Name: { Type: String }, Anything: { Type: String } }
          Resources:
            Jobs: { Type: AWS::SQS::Queue }
            Others: { Type: AWS::SQS::Queue }
            Failed: { Type: AWS::SNS::Topic }
            Limit: { Type: AWS::IAM::ManagedPolicy, Properties: { PolicyDocument: { Statement: [{ Effect: Allow, Action: 'sqs:*', Resource: '*' }] } } }
            Worker: { Type: AWS::Lambda::Function, Properties: { Role: !GetAtt Role.Arn, DeadLetterConfig: { TargetArn: !Ref Failed } } }
            Polling: { Type: AWS::Lambda::EventSourceMapping, Properties: { FunctionName: !Ref Worker, EventSourceArn: !GetAtt Jobs.Arn } }
            Role:
              Type: AWS::IAM::Role
              Properties:
                ${managed}
                ${boundary}
                Policies: [{ PolicyName: own, PolicyDocument: { Statement: [${statements.map(written).join(', ')}] } }]
          `),
        ),
      );
    }),
    { numRuns: 100 },
  );
  expect(compared).toBeGreaterThan(100);
});
