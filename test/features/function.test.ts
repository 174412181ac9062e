import { expect, test } from 'vitest';
import { explain } from '../../server/src/features/index.ts';
import { analysed, checkHover, dedent, jsonTwin } from '../harness/index.ts';

const WORKER = `
  Transform: AWS::Serverless-2016-10-31
  Resources:
    Jobs: { Type: AWS::SQS::Queue }
    Orders: { Type: AWS::DynamoDB::Table }
    Wor$0ker:
      Type: AWS::Serverless::Function
      Properties:
        Handler: index.handler
        Runtime: nodejs22.x
        CodeUri: src
        KmsKeyArn: arn:aws:kms:eu-west-1:123456789012:key/abc
        Policies:
          - DynamoDBWritePolicy: { TableName: !Ref Orders }
          - Statement:
              - { Effect: Allow, Action: 'ses:*', Resource: '*' }
              - { Effect: Deny, Action: sqs:PurgeQueue, Resource: !GetAtt Jobs.Arn }
        Events:
          Work: { Type: SQS, Properties: { Queue: !GetAtt Jobs.Arn } }
  `;

test('the hover on a function says what it may do by service and level, and marks what SAM adds', () => {
  checkHover(
    WORKER,
    dedent(`
      **Worker** · Lambda function

      **Who invokes it** (resource-based policy)

      - ✓ Worker.Events.Work: Amazon SQS queue (SAM)

      **What it may do** (execution role): SAM makes \`WorkerRole\` with \`AWSLambdaBasicExecutionRole\`, \`AWSLambdaSQSQueueExecutionRole\`.

      - Amazon CloudWatch Logs: write \`CreateLogGroup\`, \`CreateLogStream\`, \`PutLogEvents\`, on everything (SAM)
      - Amazon DynamoDB: write \`PutItem\`, \`UpdateItem\`, \`BatchWriteItem\`, on \`table/\${Orders}\` and \`table/\${Orders}/index/*\`
      - Amazon Simple Email Service: everything \`*\`, on everything
      - Amazon SQS: read \`ReceiveMessage\`, \`GetQueueAttributes\`; write \`DeleteMessage\`, on everything (SAM)
      - **denied** Amazon SQS: write \`PurgeQueue\`, on \`\${Jobs.Arn}\`

      **What it needs**

      - ✓ Logs in Amazon CloudWatch Logs: \`logs:CreateLogGroup\`, \`logs:CreateLogStream\`, \`logs:PutLogEvents\` on \`log-group:/aws/lambda/\${Worker}:*\`, by WorkerRole (SAM)
      - ✓ Amazon SQS event source mapping: \`sqs:ReceiveMessage\`, \`sqs:DeleteMessage\`, \`sqs:GetQueueAttributes\` on \`\${Jobs.Arn}\`, by WorkerRole (SAM)
      `).trimEnd(),
  );
});

const LACKING = `
  Resources:
    Jobs: { Type: AWS::SQS::Queue }
    Role:
      Type: AWS::IAM::Role
      Properties:
        Policies:
          - PolicyName: jobs
            PolicyDocument:
              Statement: [{ Effect: Allow, Action: [sqs:ReceiveMessage, 'logs:*'], Resource: '*' }]
    Wor$0ker: { Type: AWS::Lambda::Function, Properties: { Role: !GetAtt Role.Arn } }
    Polling: { Type: AWS::Lambda::EventSourceMapping, Properties: { FunctionName: !Ref Worker, EventSourceArn: !GetAtt Jobs.Arn } }
  `;

test('what is missing stands first', () => {
  checkHover(LACKING, [
    '**What it needs**\n\n- ✗ Amazon SQS event source mapping: lacks `sqs:DeleteMessage`, `sqs:GetQueueAttributes` on `${Jobs.Arn}`\n- ✓ Logs',
  ]);
});

test('explain has the same account, and the statements that grant each need', () => {
  const yaml = dedent(LACKING).replace('$0', '');
  for (const analysis of [analysed(yaml), analysed(jsonTwin(yaml), 'json')]) {
    const [worker] = explain(analysis).functions;
    expect(worker?.may).toEqual([
      {
        effect: 'Allow',
        service: 'logs',
        title: 'Amazon CloudWatch Logs',
        level: null,
        actions: ['logs:*'],
        resources: ['*'],
        grantedBy: ['jobs'],
        implicit: false,
      },
      {
        effect: 'Allow',
        service: 'sqs',
        title: 'Amazon SQS',
        level: 'Read',
        actions: ['sqs:ReceiveMessage'],
        resources: ['*'],
        grantedBy: ['jobs'],
        implicit: false,
      },
    ]);
    expect(worker?.needs.find(({ need }) => need === 'event-source')).toMatchObject({
      verdict: 'missing',
      missing: ['sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
      grantedBy: ['jobs'],
      statements: ['Allow sqs:ReceiveMessage, logs:* on *'],
    });
  }
});

test('a long account is cut short', () => {
  const services = ['acm', 'athena', 'batch', 'ce', 'ecs', 'eks', 'glue', 'iot', 'kms', 'ses'];
  const text = LACKING.replace("[sqs:ReceiveMessage, 'logs:*']", `[${services.map((service) => `'${service}:*'`).join(', ')}]`);
  checkHover(text, ['- and 4 more services\n']);
});

test('of a role from elsewhere nothing is known, and nothing is missing', () => {
  checkHover(LACKING.replace('!GetAtt Role.Arn', '!ImportValue role'), [
    '**What it may do** (execution role): a role that is not of this template, so what it allows is not known.\n\n**What it needs**',
    '- ? Amazon SQS event source mapping',
  ]);
});
