import { expect, test } from 'vitest';
import { checkRefactoring, refactoringsAt } from '../../harness/index.ts';

const TITLE = 'Write Nightly and FromNightly as an event of Worker';

const worker = (events = '', more = ''): string => `Transform: AWS::Serverless-2016-10-31
Resources:
  Worker:
    Type: AWS::Serverless::Function
${more}    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      CodeUri: src
${events}`;

const permission = (principal: string, source: string, fn = '!Ref Worker'): string => `  FromNightly:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: ${fn}
      Action: lambda:InvokeFunction
      Principal: ${principal}
      SourceArn: ${source}
`;

const rule = (properties: string, target = ''): string => `  Nightly:
    Type: AWS::Events::Rule
    Properties:
${properties}      Targets:
        - Id: worker
          Arn: !GetAtt Worker.Arn
${target}`;

const QUEUE = '  Jobs:\n    Type: AWS::SQS::Queue\n';
const FROM_RULE = permission('events.amazonaws.com', '!GetAtt Nightly.Arn');
const at = (text: string, place: string): string => text.replace(place, `${place.slice(0, -1)}$0${place.slice(-1)}`);

test('a schedule', () => {
  const before =
    worker() +
    rule('      ScheduleExpression: rate(1 day)\n      State: ENABLED\n', '          Input: \'{"a": 1}\'\n') +
    FROM_RULE +
    QUEUE;
  const after = `${worker(`      Events:
        Nightly:
          Type: Schedule
          Properties:
            Schedule: rate(1 day)
            Input: '{"a": 1}'
`)}${QUEUE}`;
  checkRefactoring(TITLE, at(before, 'FromNightly:'), after);
  checkRefactoring(TITLE, at(before, 'AWS::Events::Rule'), after);
});

test('a pattern, beside the events that are there', () => {
  const events = `      Events:
        Nightly:
          Type: SQS
          Properties:
            Queue: !GetAtt Jobs.Arn
`;
  checkRefactoring(
    TITLE,
    at(
      `${worker(events)}${QUEUE}${rule('      EventPattern:\n        source:\n          - aws.s3\n')}${FROM_RULE}`,
      'lambda:InvokeFunction',
    ),
    `${worker(`${events}        Nightly2:
          Type: EventBridgeRule
          Properties:
            Pattern:
              source:
                - aws.s3
`)}${QUEUE}`,
  );
});

test('a subscription of a topic', () => {
  const subscription = `  Nightly:
    Type: AWS::SNS::Subscription
    Properties:
      Protocol: lambda
      TopicArn: !Ref Orders
      Endpoint: !GetAtt Worker.Arn
      FilterPolicy:
        kind:
          - new
`;
  const topic = '  Orders:\n    Type: AWS::SNS::Topic\n';
  checkRefactoring(
    TITLE,
    at(`${worker()}${topic}${subscription}${permission('sns.amazonaws.com', '!Ref Orders')}`, 'FromNightly:'),
    `${worker(`      Events:
        Nightly:
          Type: SNS
          Properties:
            Topic: !Ref Orders
            FilterPolicy:
              kind:
                - new
`)}${topic}`,
  );
});

test('a subscription filter, which waits for its permission', () => {
  const filter = `  Nightly:
    Type: AWS::Logs::SubscriptionFilter
    DependsOn: FromNightly
    Properties:
      LogGroupName: /app/orders
      FilterPattern: ERROR
      DestinationArn: !GetAtt Worker.Arn
`;
  const source = '!Sub arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:/app/orders:*';
  checkRefactoring(
    TITLE,
    at(`${worker()}${filter}${permission('logs.amazonaws.com', source)}${QUEUE}`, 'FromNightly:'),
    `${worker(`      Events:
        Nightly:
          Type: CloudWatchLogs
          Properties:
            LogGroupName: /app/orders
            FilterPattern: ERROR
`)}${QUEUE}`,
  );
});

const SCHEDULE = '      ScheduleExpression: rate(1 day)\n';

test.each([
  ['the event cannot say all of it', rule(`${SCHEDULE}      RoleArn: arn:aws:iam::123456789012:role/events\n`) + FROM_RULE],
  ['the rule has another target', rule(SCHEDULE, '        - Id: jobs\n          Arn: !GetAtt Jobs.Arn\n') + FROM_RULE],
  [
    'the permission is wider',
    rule(SCHEDULE) + permission('events.amazonaws.com', '!Sub arn:aws:events:${AWS::Region}:${AWS::AccountId}:rule/*'),
  ],
  ['the rule is named elsewhere', `${rule(SCHEDULE)}${FROM_RULE}Outputs:\n  Name:\n    Value: !Ref Nightly\n`],
  ['only the rule has a condition', rule(SCHEDULE).replace('Rule\n', 'Rule\n    Condition: IsLive\n') + FROM_RULE],
])('nothing is offered where %s', (_, resources) => {
  const conditions = 'Conditions:\n  IsLive: !Equals [!Ref AWS::Region, eu-west-1]\n';
  expect(refactoringsAt(at(conditions + worker() + QUEUE + resources, 'FromNightly:'))).toEqual([]);
});

test('nor for a function that SAM does not make', () => {
  const plain = worker()
    .replace('AWS::Serverless::Function', 'AWS::Lambda::Function')
    .replace('CodeUri: src', 'Role: arn:aws:iam::123456789012:role/worker');
  expect(refactoringsAt(at(plain + rule(SCHEDULE) + FROM_RULE, 'FromNightly:'))).toEqual([]);
});

test('an alias that SAM publishes is where it lets in', () => {
  const published = worker('      AutoPublishAlias: live\n') + rule(SCHEDULE).replace('!GetAtt Worker.Arn', '!Ref Worker.Alias');
  expect(
    refactoringsAt(
      at(published + permission('events.amazonaws.com', '!GetAtt Nightly.Arn', '!Ref Worker.Alias'), 'FromNightly:'),
    ),
  ).toEqual([TITLE]);
});

test('empty lines between resources', () => {
  checkRefactoring(
    TITLE,
    at(`${worker()}\n${rule(SCHEDULE)}\n${FROM_RULE}\n${QUEUE}`, 'FromNightly:'),
    `${worker('      Events:\n        Nightly:\n          Type: Schedule\n          Properties:\n            Schedule: rate(1 day)\n')}\n${QUEUE}`,
  );
});
