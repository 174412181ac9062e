import { expect, test } from 'vitest';
import { type MapEdge, type PermissionMap, permissionMapOf } from '../../../server/src/features/map/index.ts';
import { checkAll } from '../../../server/src/rules/index.ts';
import { analysed, jsonTwin, yaml } from '../../harness/index.ts';

/** The map of a template, after making sure that its twin in JSON has the same. */
function mapOf(text: string, fn?: string): PermissionMap {
  const [inYaml, inJson] = [analysed(text), analysed(jsonTwin(text), 'json')].map((analysis) =>
    permissionMapOf(analysis, { function: fn, findings: checkAll(analysis) }),
  );
  if (!inYaml || !inJson) throw new Error('no map');
  expect(written(inJson)).toEqual(written(inYaml));
  return inYaml;
}

/** Each edge as `source:Bucket > function:Worker granted by Permission`. */
function written({ edges }: PermissionMap): readonly string[] {
  return edges.map(writtenEdge).sort();
}

function writtenEdge({ id, verdict, implicit, permissions }: MapEdge): string {
  const labels = [...new Set(permissions.flatMap(({ grantedBy }) => grantedBy.map(({ label }) => label)))];
  return `${id} ${verdict}${implicit ? ' implicitly' : ''}${labels.length > 0 ? ` by ${labels.join(', ')}` : ''}`;
}

const WORKER = yaml`
  Resources:
    Worker:
      Type: AWS::Lambda::Function
      Properties:
        Role: !GetAtt WorkerRole.Arn
    WorkerRole:
      Type: AWS::IAM::Role
      Properties:
        AssumeRolePolicyDocument:
          Statement: { Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }
        ManagedPolicyArns:
          - arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole
        Policies:
          - PolicyName: own
            PolicyDocument:
              Statement:
                - Effect: Allow
`;

/** Worker with a statement in its role; what stands in the text begins at the statement's elements. */
const withStatement = (statement: string, resources = ''): string =>
  WORKER + statement.replace(/^(?=.)/gm, ' '.repeat(16)) + resources.replace(/^(?=.)/gm, '  ');

const TABLE = yaml`
  Orders:
    Type: AWS::DynamoDB::Table
`;

test('a bucket may not call the function, and the edge knows the fix', () => {
  const { nodes, edges } = mapOf(yaml`
    Resources:
      Bucket:
        Type: AWS::S3::Bucket
        Properties:
          NotificationConfiguration:
            LambdaConfigurations:
              - Event: s3:ObjectCreated:*
                Function: !GetAtt Worker.Arn
      Worker:
        Type: AWS::Lambda::Function
        Properties:
          Role: arn:aws:iam::123456789012:role/worker
  `);
  expect(nodes.map(({ id, label, detail }) => [id, label, detail])).toEqual([
    ['source:Bucket', 'Bucket', 'S3 Bucket'],
    ['function:Worker', 'Worker', 'Lambda function'],
  ]);
  expect(edges.map(writtenEdge)).toEqual(['source:Bucket > function:Worker missing']);
  expect(edges[0]?.permissions).toMatchObject([{ actions: ['lambda:InvokeFunction'], fix: 'Let Bucket invoke Worker' }]);
});

test('what SAM grants is implicit; the API that it makes is the caller', () => {
  const map = mapOf(yaml`
    Transform: AWS::Serverless-2016-10-31
    Resources:
      Api:
        Type: AWS::Serverless::Function
        Properties:
          Policies:
            - DynamoDBReadPolicy: { TableName: !Ref Orders }
          Events:
            Get: { Type: Api, Properties: { Path: /, Method: get } }
            Nightly: { Type: Schedule, Properties: { Schedule: rate(1 day) } }
            Jobs: { Type: SQS, Properties: { Queue: !GetAtt Jobs.Arn } }
      Jobs:
        Type: AWS::SQS::Queue
      Orders:
        Type: AWS::DynamoDB::Table
  `);
  expect(written(map)).toEqual([
    'function:Api > target:Orders granted by DynamoDBReadPolicy',
    'source:Api.Events.Nightly > function:Api granted implicitly by ApiNightlyPermission',
    'source:Jobs > function:Api granted implicitly by ApiRole (SAM)',
    'source:ServerlessRestApi > function:Api granted implicitly by ApiGetPermissionProd',
  ]);
});

test('a polled source stands on the left, a dead-letter queue on the right', () => {
  const map = mapOf(yaml`
    Resources:
      Worker:
        Type: AWS::Lambda::Function
        Properties:
          Role: arn:aws:iam::123456789012:role/worker
          DeadLetterConfig: { TargetArn: !GetAtt Failed.Arn }
      Mapping:
        Type: AWS::Lambda::EventSourceMapping
        Properties: { FunctionName: !Ref Worker, EventSourceArn: !GetAtt Jobs.Arn }
      Jobs:
        Type: AWS::SQS::Queue
      Failed:
        Type: AWS::SQS::Queue
  `);
  expect(written(map)).toEqual(['function:Worker > target:Failed unknown', 'source:Jobs > function:Worker unknown']);
});

test('a statement for a table and its index is one edge, and the logs of the function are none', () => {
  const map = mapOf(
    withStatement(
      'Action: [dynamodb:Query, dynamodb:GetItem]\nResource: [!GetAtt Orders.Arn, !Sub "${Orders.Arn}/index/*"]\n',
      TABLE,
    ),
  );
  expect(written(map)).toEqual(['function:Worker > target:Orders granted by own']);
  expect(map.edges[0]?.permissions.map(({ actions }) => actions)).toEqual([['dynamodb:Query', 'dynamodb:GetItem']]);
});

test('actions of several services go each to its own resource', () => {
  const queue = 'Jobs:\n  Type: AWS::SQS::Queue\n';
  const map = mapOf(
    withStatement('Action: [dynamodb:Query, sqs:SendMessage]\nResource: [!GetAtt Orders.Arn, !GetAtt Jobs.Arn]\n', TABLE + queue),
  );
  expect(map.edges.map(({ to, permissions }) => [to, permissions.map(({ actions }) => actions)])).toEqual([
    ['target:Orders', [['dynamodb:Query']]],
    ['target:Jobs', [['sqs:SendMessage']]],
  ]);
});

test('any resource is the service, many services are one thing, and everything is everything', () => {
  const targets = (action: string): readonly string[] =>
    mapOf(withStatement(`Action: ${action}\nResource: '*'\n`))
      .nodes.filter(({ column }) => column === 'target')
      .map(({ label }) => label);
  expect(targets('[s3:GetObject, sns:Publish]')).toEqual(['Amazon S3', 'Amazon SNS']);
  expect(targets('["s3:*", "sns:*", "sqs:*", "ses:*", "ec2:*"]')).toEqual(['5 services']);
  expect(targets('"*"')).toEqual(['Everything']);
});

test('an ARN that only names the service is any resource of it', () => {
  const { nodes } = mapOf(withStatement('Action: s3:GetObject\nResource: !Sub arn:${AWS::Partition}:s3:::*\n'));
  expect(nodes.at(-1)).toMatchObject({ id: 'target:s3:*', label: 'Amazon S3', detail: 'any resource' });
});

test('a statement that says what it is not about allows nearly everything', () => {
  const { nodes, edges } = mapOf(withStatement("NotAction: iam:*\nResource: '*'\n"));
  expect(nodes.at(-1)).toMatchObject({ label: 'Nearly everything', detail: 'all but what is excluded' });
  expect(edges[0]).toMatchObject({ verdict: 'granted', permissions: [{ actions: ['all but iam:*'] }] });
});

test('a resource of another template is named by the end of its ARN', () => {
  const { nodes } = mapOf(withStatement('Action: sqs:SendMessage\nResource: arn:aws:sqs:eu-west-1:123456789012:jobs\n'));
  expect(nodes.at(-1)).toMatchObject({ label: 'jobs', detail: 'Amazon SQS' });
});

test('what another statement denies is denied, what a condition decides is not known', () => {
  const denied = 'Action: dynamodb:Query\nResource: !GetAtt Orders.Arn\n';
  const deny = `${' '.repeat(14)}- Effect: Deny\n${' '.repeat(16)}Action: dynamodb:*\n${' '.repeat(16)}Resource: '*'\n`;
  const orders = TABLE.replace(/^(?=.)/gm, '  ');
  expect(written(mapOf(withStatement(denied) + deny + orders))).toEqual(['function:Worker > target:Orders denied']);
  const condition = 'Condition: { StringEquals: { aws:SourceVpc: vpc-1 } }\n';
  expect(written(mapOf(withStatement(denied + condition, TABLE)))).toEqual(['function:Worker > target:Orders unknown by own']);
});

test('an action that does not exist allows nothing; its fix is offered', () => {
  const { edges } = mapOf(withStatement('Action: [dynamodb:Query, dynamodb:PutItme]\nResource: !GetAtt Orders.Arn\n', TABLE));
  expect(edges.map(({ verdict }) => verdict)).toEqual(['missing']);
  expect(edges[0]?.permissions.map(({ actions, verdict, fix }) => [actions, verdict, fix])).toEqual([
    [['dynamodb:Query'], 'granted', undefined],
    [['dynamodb:PutItme'], 'missing', 'Replace with dynamodb:PutItem'],
  ]);
});

test('an action that does not exist is not looked for on things of other services', () => {
  const map = mapOf(withStatement('Action: [dynamodb:Query, lambda:Invoke]\nResource: !GetAtt Orders.Arn\n', TABLE));
  expect(written(map)).toEqual(['function:Worker > target:Orders granted by own']);
});

test('where the action that was meant is allowed too, nothing is lacking', () => {
  const map = mapOf(withStatement('Action: [dynamodb:PutItem, dynamodb:PutItme]\nResource: !GetAtt Orders.Arn\n', TABLE));
  expect(written(map)).toEqual(['function:Worker > target:Orders granted by own']);
});

test('a permission without a trigger is for somebody outside', () => {
  const permission = yaml`
    FromElsewhere:
      Type: AWS::Lambda::Permission
      Properties: { FunctionName: !Ref Worker, Action: lambda:InvokeFunction, Principal: events.amazonaws.com }
  `;
  const map = mapOf(withStatement('Action: dynamodb:Query\nResource: !GetAtt Orders.Arn\n', TABLE + permission));
  expect(written(map)).toContain('source:events.amazonaws.com > function:Worker granted by FromElsewhere');
});

test('one function only, with what it has to do with', () => {
  const text = yaml`
    Resources:
      One: { Type: AWS::Lambda::Function, Properties: { Role: !GetAtt Role.Arn } }
      Two: { Type: AWS::Lambda::Function, Properties: { Role: !GetAtt Role.Arn } }
      Role:
        Type: AWS::IAM::Role
        Properties:
          ManagedPolicyArns: [arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]
          Policies:
            - PolicyDocument:
                Statement: { Effect: Allow, Action: lambda:InvokeFunction, Resource: !GetAtt Two.Arn }
  `;
  expect(mapOf(text, 'One').nodes.map(({ id }) => id)).toEqual(['function:One', 'target:Two']);
  expect(mapOf(text, 'Three')).toEqual({ nodes: [], edges: [] });
});

test('places are those of the text', () => {
  const text = withStatement('Action: dynamodb:Query\nResource: !GetAtt Orders.Arn\n', TABLE);
  const { nodes, edges } = permissionMapOf(analysed(text));
  const at = ({ start, end }: { readonly start: number; readonly end: number }): string => text.slice(start, end);
  expect(nodes.map(({ span }) => at(span))).toEqual(['Worker', 'Orders']);
  const [permission] = edges[0]?.permissions ?? [];
  expect(permission && at(permission.span)).toMatch(/^Effect: Allow\s+Action: dynamodb:Query/);
});

test('a function that may not write its logs is shown with its log group', () => {
  const text = withStatement('Action: dynamodb:Query\nResource: !GetAtt Orders.Arn\n', TABLE);
  const { nodes, edges } = mapOf(text.replace('AWSLambdaBasicExecutionRole', 'AWSLambdaRole'));
  expect(edges.map(({ verdict }) => verdict)).toContain('missing');
  expect(nodes.map(({ label }) => label)).toContain('log-group:/aws/lambda/${Worker}');
});

test('a policy has no map, and half a template has one', () => {
  expect(permissionMapOf(analysed('Statement: { Effect: Allow, Action: s3:GetObject, Resource: "*" }'))).toEqual({
    nodes: [],
    edges: [],
  });
  const text = withStatement('Action: [dynamodb:Query, sqs:SendMessage]\nResource: !GetAtt Orders.Arn\n', TABLE);
  for (let end = 0; end < text.length; end += 7) {
    const analysis = analysed(text.slice(0, end));
    expect(() => permissionMapOf(analysis, { findings: checkAll(analysis) })).not.toThrow();
  }
});
