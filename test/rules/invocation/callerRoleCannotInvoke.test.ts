import { expect, test } from 'vitest';
import { explain } from '../../../server/src/features/index.ts';
import { callerRoleCannotInvoke as rule } from '../../../server/src/rules/invocation/callerRoleCannotInvoke.ts';
import { analysed, checkFix, checkHover, checkNoFix, checkRule, findingsOf, jsonTwin } from '../../harness/index.ts';

const FN = `Resources:
  Worker:
    Type: AWS::Lambda::Function
    Properties:
      Role: arn:aws:iam::111122223333:role/worker
      Runtime: nodejs22.x
      Handler: index.handler
      Code: { ZipFile: "exports.handler = async () => {};" }
  Live:
    Type: AWS::Lambda::Alias
    Properties: { Name: live, FunctionName: !Ref Worker, FunctionVersion: $LATEST }
`;

interface RoleSpec {
  readonly service?: string;
  readonly resource?: string;
  readonly extra?: string;
}

function role({ service = 'scheduler.amazonaws.com', resource = '!GetAtt Worker.Arn', extra = '' }: RoleSpec): string {
  return `  Caller:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal:
              Service: ${service}
            Action: sts:AssumeRole
      Policies:
        - PolicyName: calls
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: lambda:InvokeFunction
                Resource: ${resource}
${extra}`;
}

function schedule(target: string, named = '!GetAtt Caller.Arn'): string {
  return `  Nightly:
    Type: AWS::Scheduler::Schedule
    Properties:
      ScheduleExpression: rate(1 day)
      FlexibleTimeWindow: { Mode: "OFF" }
      Target:
        RoleArn: ${named}
        Arn: ${target}
`;
}

test('a role that trusts the service and allows the call', () => {
  checkRule(rule, FN + role({}) + schedule('!GetAtt Worker.Arn'));
});

test('a grant on the function does not cover its alias', () => {
  checkRule(
    rule,
    `${FN}${role({})}${schedule('!Ref Live')}        #    ^^^^^^^^^ error: Nightly may not invoke Worker: the role Caller does not grant lambda:InvokeFunction on \${Worker.Arn}:live. Deployment succeeds`,
  );
});

test.each(['!Sub "${Worker.Arn}:*"', '!Sub "${Worker.Arn}:live"', '!Ref Live', '!Sub "${Worker.Arn}*"', '"*"', '!Ref Elsewhere'])(
  'the alias is covered, or may be, by %s',
  (resource) => {
    checkRule(rule, `Parameters:\n  Elsewhere: { Type: String }\n${FN}${role({ resource })}${schedule('!Ref Live')}`);
  },
);

test('a grant on all qualifiers does not cover the function without one', () => {
  const text = `${FN}${role({ resource: '!Sub "${Worker.Arn}:*"' })}${schedule('!GetAtt Worker.Arn')}`;
  checkRule(rule, `${text}        #    ^^^^^^^^^^^^^^^^^^ error: Nightly may not invoke Worker: the role Caller does not grant`);
});

test('a role of another place is not known', () => {
  checkRule(rule, FN + schedule('!Ref Live', 'arn:aws:iam::111122223333:role/caller'));
  checkRule(
    rule,
    FN + role({ extra: '      ManagedPolicyArns: [arn:aws:iam::111122223333:policy/own]\n' }) + schedule('!Ref Live'),
  );
});

test('the policy of the function may let the role in', () => {
  const permission = `  Permission:
    Type: AWS::Lambda::Permission
    Properties: { FunctionName: !Ref Live, Action: lambda:InvokeFunction, Principal: !GetAtt Caller.Arn }
`;
  checkRule(rule, FN + role({}) + schedule('!Ref Live') + permission);
});

test('the fix grants the call', () => {
  const before = FN + role({}) + schedule('!Ref Live');
  const granted = `              - Effect: Allow
                Action: lambda:InvokeFunction
                Resource: !Sub \${Worker.Arn}:live
`;
  checkFix(rule, before, FN + role({ extra: granted }) + schedule('!Ref Live'));
});

test('a role that does not trust the service', () => {
  const before = FN + role({ service: 'events.amazonaws.com' }) + schedule('!GetAtt Worker.Arn');
  const mark =
    '        #    ^^^^^^^^^^^^^^^^^^ error: Nightly may not invoke Worker: the role Caller does not trust scheduler.amazonaws.com. ';
  checkRule(rule, before + mark);
  checkFix(
    rule,
    before,
    FN +
      role({ service: '\n                - events.amazonaws.com\n                - scheduler.amazonaws.com' }).replace(
        ': \n',
        ':\n',
      ) +
      schedule('!GetAtt Worker.Arn'),
  );
});

test('an explicit Deny has no fix', () => {
  const deny = `              - Effect: Deny
                Action: lambda:*
                Resource: "*"
`;
  checkNoFix(rule, FN + role({ extra: deny }) + schedule('!GetAtt Worker.Arn'));
});

const MACHINE = (policies: string) => `Transform: AWS::Serverless-2016-10-31
${FN}  Flow:
    Type: AWS::Serverless::StateMachine
    Properties:
      Definition:
        StartAt: Work
        States:
          Work:
            Type: Task
            Resource: !GetAtt Worker.Arn
            End: true
      Policies:
${policies}`;

test('a SAM state machine is granted the call in its Policies', () => {
  const queue = '        - SQSSendMessagePolicy:\n            QueueName: jobs\n';
  const invoke = '        - LambdaInvokePolicy:\n            FunctionName: !Ref Worker\n';
  checkFix(rule, MACHINE(queue), MACHINE(queue + invoke));
  checkRule(rule, MACHINE(invoke));
  const [worker] = explain(analysed(MACHINE(invoke))).functions;
  expect(worker?.invokers.map(({ verdict, grantedBy }) => [verdict, grantedBy])).toEqual([['granted', ['LambdaInvokePolicy']]]);
});

test('a task with credentials calls with another role', () => {
  const queue = '        - SQSSendMessagePolicy:\n            QueueName: jobs\n';
  checkRule(
    rule,
    MACHINE(queue).replace(
      '            End: true',
      '            Credentials: { RoleArn: "arn:aws:iam::111122223333:role/r" }\n            End: true',
    ),
  );
});

test('hover says which role lacks what', () => {
  checkHover(FN + role({ service: 'events.amazonaws.com' }) + schedule('!GetAtt Wor$0ker.Arn'), [
    '`Caller`, which does not trust `scheduler.amazonaws.com`',
  ]);
});

const LAME = `${FN}  Lame:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal:
              Service: [scheduler.amazonaws.com, events.amazonaws.com, apigateway.amazonaws.com, appsync.amazonaws.com]
            Action: sts:AssumeRole
`;

test.each([
  [
    'AWS::Scheduler::Schedule',
    '{ Target: { Arn: !GetAtt Worker.Arn, RoleArn: !GetAtt Lame.Arn } }',
    'only the metric TargetErrorCount of the schedule group shows it.',
    'trigger-silent',
  ],
  [
    'AWS::Events::Rule',
    '{ Targets: [{ Id: a, Arn: !GetAtt Worker.Arn, RoleArn: !GetAtt Lame.Arn }] }',
    'only the rule’s metric FailedInvocations shows it.',
    'trigger-silent',
  ],
  [
    'AWS::AppSync::DataSource',
    '{ Type: AWS_LAMBDA, LambdaConfig: { LambdaFunctionArn: !GetAtt Worker.Arn }, ServiceRoleArn: !GetAtt Lame.Arn }',
    'but the fields of this data source answer with an error.',
    'access-denied',
  ],
  [
    'AWS::ApiGatewayV2::Integration',
    '{ ApiId: a1b2c3d4e5, IntegrationUri: !GetAtt Worker.Arn, CredentialsArn: !GetAtt Lame.Arn }',
    'but the API answers 500 “Internal Server Error”.',
    'access-denied',
  ],
])('%s says when it hurts', (type, properties, words, outcome) => {
  const template = `${LAME}  Caller:\n    Type: ${type}\n    Properties: ${properties}\n`;
  for (const analysis of [analysed(template), analysed(jsonTwin(template), 'json')]) {
    const [finding, ...others] = findingsOf(rule, analysis);
    expect(others).toEqual([]);
    expect(finding?.message).toContain(words);
    expect(finding?.outcome).toBe(outcome);
  }
});
