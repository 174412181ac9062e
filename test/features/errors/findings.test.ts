import { expect, test } from 'vitest';
import { answerToUnknown, errorPage } from '../../../server/src/features/errors/index.ts';
import { ask, dedent } from './ask.ts';

const TRUST = '{ Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }] }';

/** A queue that Lambda polls, with a role that may not read it. */
const POLLING = `
  Resources:
    Jobs: { Type: AWS::SQS::Queue }
    Role:
      Type: AWS::IAM::Role
      Properties:
        AssumeRolePolicyDocument: ${TRUST}
        Policies:
          - PolicyName: logs
            PolicyDocument:
              Version: '2012-10-17'
              Statement:
                - { Effect: Allow, Action: 'logs:*', Resource: '*' }
    Worker: { Type: AWS::Lambda::Function, Properties: { Role: !GetAtt Role.Arn } }
    Polling: { Type: AWS::Lambda::EventSourceMapping, Properties: { FunctionName: !Ref Worker, EventSourceArn: !GetAtt Jobs.Arn } }
`;
const NO_RECEIVE = 'The provided execution role does not have permissions to call ReceiveMessage on SQS';

test('what Lambda cannot call is what the rules find, with their fixes', () => {
  const { said, fixes, after } = ask(NO_RECEIVE, POLLING);
  expect(said).toEqual([
    expect.stringMatching(/^Role, the execution role of Worker, lacks sqs:ReceiveMessage, .*\(template\.yaml:14\)$/),
  ]);
  expect(fixes).toEqual(['Grant sqs:ReceiveMessage and 2 more to Role', 'Attach AWSLambdaSQSQueueExecutionRole to Role']);
  expect(after()).toContain('- Effect: Allow\n                Action:\n                  - sqs:ReceiveMessage\n');
});

test('what is there already is told, and that it has to be there in time', () => {
  const { said, fixes, advice } = ask(NO_RECEIVE, POLLING.replace("'logs:*'", "'sqs:*'"));
  expect(said).toEqual(['✓ Allowed: `sqs:ReceiveMessage` to Worker, for Polling, by `logs`. (template.yaml:14)']);
  expect(fixes).toEqual([]);
  expect(advice[0]).toMatch(/^The files lack nothing for certain\. .*`DependsOn`/);
});

test('of another action nothing is said', () => {
  const { said, fixes, advice } = ask(NO_RECEIVE.replace('ReceiveMessage on SQS', 'CreateNetworkInterface on EC2'), POLLING);
  expect([said, fixes]).toEqual([[], []]);
  expect(advice[0]).toMatch(/^Lambda tries this when it is deployed/);
});

test.each([
  [
    'CREATE_FAILED        AWS::Lambda::EventSourceMapping     Second     Resource handler returned message: "Invalid request provided: ',
  ],
  ['12:00:01 | CREATE_FAILED | AWS::Lambda::EventSourceMapping | Second | '],
  ['CREATE_FAILED: Second (AWS::Lambda::EventSourceMapping) '],
])('of two mappings the one that could not be made: %s', (event) => {
  const two = `${dedent(POLLING)}  SecondJobs: { Type: AWS::SQS::Queue }
  Second: { Type: AWS::Lambda::EventSourceMapping, Properties: { FunctionName: !Ref Worker, EventSourceArn: !GetAtt SecondJobs.Arn } }
`;
  expect(ask(NO_RECEIVE, two).said).toHaveLength(2);
  expect(ask(`${event}${NO_RECEIVE}`, two).said).toEqual([expect.stringContaining('on SecondJobs.Arn')]);
});

test('a stream is known by its ARN', () => {
  const stream = POLLING.replace('AWS::SQS::Queue', 'AWS::Kinesis::Stream').replace(
    'EventSourceArn: !GetAtt Jobs.Arn',
    'EventSourceArn: !GetAtt Jobs.Arn, StartingPosition: LATEST',
  );
  const { said, fixes } = ask(
    'Cannot access stream arn:aws:kinesis:eu-west-1:123456789012:stream/shop-Jobs-ABCDEF123456. Please ensure the role can perform the GetRecords Action',
    stream,
  );
  expect(said).toEqual([expect.stringContaining('lacks kinesis:')]);
  expect(fixes[0]).toMatch(/^Grant kinesis:\w+ and \d more to Role$/);
});

test('a role that does not trust Lambda', () => {
  const { said, fixes, after } = ask(
    'The role defined for the function cannot be assumed by Lambda.',
    POLLING.replace('lambda.amazonaws.com', 'ec2.amazonaws.com'),
  );
  expect(said).toEqual([expect.stringMatching(/^Role does not trust Lambda/)]);
  expect(fixes).toEqual(['Let Lambda assume Role']);
  expect(after()).toContain('lambda.amazonaws.com');
});

/** Triggers of two kinds, none of them let in. */
const TRIGGERS = `
  Resources:
    Worker: { Type: AWS::Lambda::Function, Properties: { Role: arn:aws:iam::123456789012:role/worker } }
    Mailer: { Type: AWS::Lambda::Function, Properties: { Role: arn:aws:iam::123456789012:role/mailer, FunctionName: shop-mailer } }
    Uploads:
      Type: AWS::S3::Bucket
      Properties:
        NotificationConfiguration:
          LambdaConfigurations:
            - { Event: 's3:ObjectCreated:*', Function: !GetAtt Worker.Arn }
    Users:
      Type: AWS::Cognito::UserPool
      Properties:
        LambdaConfig: { PreSignUp: !GetAtt Mailer.Arn }
    Nightly:
      Type: AWS::Events::Rule
      Properties:
        ScheduleExpression: rate(1 day)
        Targets:
          - { Id: a, Arn: !GetAtt Worker.Arn }
          - { Id: b, Arn: !GetAtt Mailer.Arn }
`;

test('a bucket may not invoke: only its own trigger is told, and let in', () => {
  const { said, fixes, after } = ask('Unable to validate the following destination configurations', TRIGGERS);
  expect(said).toEqual([expect.stringMatching(/^Uploads may not invoke Worker: .*\(template\.yaml:9\)$/)]);
  expect(fixes).toEqual(['Let Uploads invoke Worker']);
  expect(after()).toContain('Principal: s3.amazonaws.com\n');
});

test('a user pool may not invoke', () => {
  const { fixes } = ask('PreSignUp invocation failed due to error AccessDeniedException.', TRIGGERS);
  expect(fixes).toEqual(['Let Users invoke Mailer']);
});

test('of several triggers of a service the one of the function that the message names', () => {
  const arn = 'arn:aws:lambda:eu-west-1:123456789012:function:shop-mailer';
  const { fixes } = ask(`{"ERROR_CODE":"NO_PERMISSIONS","TARGET_ARN":"${arn}"}`, TRIGGERS);
  expect(fixes).toEqual(['Let Nightly invoke Mailer']);
});

test('IAM’s sentence about a service is one about the function’s policy', () => {
  const { fixes } = ask(
    'User: events.amazonaws.com is not authorized to perform: lambda:InvokeFunction on resource: arn:aws:lambda:eu-west-1:123456789012:function:shop-Worker-ABC123DEF456 because no resource-based policy allows the lambda:InvokeFunction action',
    TRIGGERS,
  );
  expect(fixes).toEqual(['Let Nightly invoke Worker']);
});

test('a delivery log of Amazon SNS quotes that sentence', () => {
  const topic = `${dedent(TRIGGERS)}  News: { Type: AWS::SNS::Topic, Properties: { Subscription: [{ Protocol: lambda, Endpoint: !GetAtt Mailer.Arn }] } }
`;
  const { found, fixes } = ask(
    JSON.stringify({
      delivery: {
        providerResponse: JSON.stringify({
          ErrorCode: 'AccessDeniedException',
          ErrorMessage:
            'User: sns.amazonaws.com is not authorized to perform: lambda:InvokeFunction on resource: arn:aws:lambda:eu-west-1:123456789012:function:shop-mailer because no resource-based policy allows the lambda:InvokeFunction action',
        }),
      },
    }),
    topic,
  );
  expect(found).toEqual([expect.stringContaining('function:shop-mailer` is **Mailer** (AWS::Lambda::Function)')]);
  expect(fixes).toEqual(['Let News invoke Mailer']);
});

test('a role that a service cannot assume', () => {
  const schedule = `
    Resources:
      Worker: { Type: AWS::Lambda::Function, Properties: { Role: arn:aws:iam::123456789012:role/worker } }
      Role:
        Type: AWS::IAM::Role
        Properties:
          AssumeRolePolicyDocument: ${TRUST}
          Policies: [{ PolicyName: calls, PolicyDocument: { Statement: [{ Effect: Allow, Action: lambda:InvokeFunction, Resource: !GetAtt Worker.Arn }] } }]
      Nightly:
        Type: AWS::Scheduler::Schedule
        Properties:
          ScheduleExpression: rate(1 day)
          FlexibleTimeWindow: { Mode: 'OFF' }
          Target: { Arn: !GetAtt Worker.Arn, RoleArn: !GetAtt Role.Arn }
  `;
  const { said, fixes } = ask(
    'The execution role you provide must allow AWS EventBridge Scheduler to assume the role.',
    schedule,
  );
  expect(said).toEqual([expect.stringContaining('the role Role does not trust scheduler.amazonaws.com')]);
  expect(fixes).toEqual(['Let scheduler.amazonaws.com assume Role']);
});

test('a role that the message names is shown where it is made', () => {
  const { found, advice } = ask(
    "'arn:aws:iam::123456789012:role/shop-Role-ABC123DEF456' is not authorized to create managed-rule.",
    POLLING,
  );
  expect(found).toEqual([
    expect.stringMatching(/^`arn:.*` is \*\*Role\*\*, the execution role of Worker.*\(template\.yaml:3\)$/),
  ]);
  expect(advice[0]).toContain('events:PutRule');
});

test('half of what a function URL takes', () => {
  const url = `
    Resources:
      Worker: { Type: AWS::Lambda::Function, Properties: { Role: arn:aws:iam::123456789012:role/worker } }
      Url: { Type: AWS::Lambda::Url, Properties: { TargetFunctionArn: !GetAtt Worker.Arn, AuthType: NONE } }
      Open: { Type: AWS::Lambda::Permission, Properties: { FunctionName: !Ref Worker, Action: lambda:InvokeFunctionUrl, Principal: '*', FunctionUrlAuthType: NONE } }
  `;
  const { fixes, after } = ask(
    '{"Message":"Forbidden. For troubleshooting Function URL authorization issues, see: https://docs"}',
    url,
  );
  expect(fixes).toHaveLength(1);
  expect(after()).toContain('InvokedViaFunctionUrl: true');
});

test('what only whoever deploys can change is told without any file', () => {
  const { said, fixes, page } = ask('Encoded authorization failure message: 4VgQ-qXbR', dedent(POLLING));
  expect([said, fixes]).toEqual([[], []]);
  expect(page).toContain('aws sts decode-authorization-message');
  expect(page).toContain('](https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html)');
});

test('a text that is no error is answered kindly', () => {
  const page = errorPage(answerToUnknown(), () => '');
  expect(page).toContain('Paste the message as AWS gives it');
  expect(page).not.toContain('undefined');
});
