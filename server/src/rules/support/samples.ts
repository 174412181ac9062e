/** The start of the examples that need a function of which only the name matters. */
export const WORKER = `Resources:
  Worker:
    Type: AWS::Lambda::Function
    Properties:
      Role: !Sub arn:aws:iam::\${AWS::AccountId}:role/worker
      Runtime: nodejs22.x
      Handler: index.handler
      Code:
        ZipFile: exports.handler = async () => {};
`;

/**
 * The start of the examples that need a function with a role of its own.
 *
 * @param services the service principals that the role trusts, as written
 * @param managedPolicy the managed policy of Lambda that it has
 * @param mark a line below `AssumeRolePolicyDocument` that marks a finding there
 */
export function workerWithRole(services: string, managedPolicy: string, mark = ''): string {
  return `Resources:
  WorkerRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
${mark}        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { Service: ${services} }
            Action: sts:AssumeRole
      ManagedPolicyArns:
        - arn:aws:iam::aws:policy/service-role/${managedPolicy}
  Worker:
    Type: AWS::Lambda::Function
    Properties:
      Role: !GetAtt WorkerRole.Arn
      Runtime: nodejs22.x
      Handler: index.handler
      Code:
        ZipFile: exports.handler = async () => {};
`;
}

/** A policy document of one statement with a condition, for examples. */
export function policyWith(condition: string, action = 's3:GetObject', effect = 'Allow'): string {
  return `Version: "2012-10-17"
Statement:
  - Effect: ${effect}
    Action: ${action}
    Resource: "*"
    Condition:
${condition.replace(/^/gm, '      ')}
`;
}

/** What only the topic Orders passes. */
export const FROM_TOPIC = `Condition:
  ArnEquals:
    aws:SourceArn: arn:aws:sns:eu-west-1:123456789012:orders`;

/**
 * The policy of a queue, of one statement that lets a principal send.
 *
 * @param principal as written behind `Principal:`
 * @param rest what else the statement says, `FROM_TOPIC` for instance
 */
export function sendPolicy(principal: string, rest = ''): string {
  const value = principal.startsWith('\n') ? principal.replace(/\n(?=.)/g, '\n      ') : ` ${principal}`;
  return `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Principal:${value}
    Action: sqs:SendMessage
    Resource: arn:aws:sqs:eu-west-1:123456789012:orders
${rest === '' ? '' : `${indented(rest, 4)}\n`}`;
}

/** The start of the examples of what SAM makes of a function's events; their entries follow. */
export const SAM_WORKER = `Transform: AWS::Serverless-2016-10-31
Resources:
  Worker:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      InlineCode: exports.handler = async () => {};
      Events:
`;

/** A queue, a bucket and a table with the name Orders, for the templates below. */
export const QUEUE = `Orders:
  Type: AWS::SQS::Queue`;
export const BUCKET = `Orders:
  Type: AWS::S3::Bucket`;
export const TABLE = `Orders:
  Type: AWS::DynamoDB::Table
  Properties:
    KeySchema: [{AttributeName: id, KeyType: HASH}]
    AttributeDefinitions: [{AttributeName: id, AttributeType: S}]
    BillingMode: PAY_PER_REQUEST`;

/** The same table with an index. */
export const INDEXED_TABLE = `Orders:
  Type: AWS::DynamoDB::Table
  Properties:
    KeySchema: [{AttributeName: id, KeyType: HASH}]
    AttributeDefinitions: [{AttributeName: id, AttributeType: S}, {AttributeName: customer, AttributeType: S}]
    BillingMode: PAY_PER_REQUEST
    GlobalSecondaryIndexes:
      - IndexName: by-customer
        KeySchema: [{AttributeName: customer, KeyType: HASH}]
        Projection: {ProjectionType: ALL}`;

/** A template with resources and a policy that a role has. */
export function rolePolicy(resources: string, statements: string): string {
  return template(`${trimmed(resources)}
Policy:
  Type: AWS::IAM::Policy
  Properties:
    PolicyName: orders
    Roles: [worker]
    PolicyDocument:
      Version: "2012-10-17"
      Statement:
${indented(statements, 8)}`);
}

/** A template with resources, perhaps none, and a managed policy. */
export function managedPolicy(statements: string, resources = ''): string {
  return template(`${resources === '' ? '' : `${trimmed(resources)}\n`}Reading:
  Type: AWS::IAM::ManagedPolicy
  Properties:
    PolicyDocument:
      Version: "2012-10-17"
      Statement:
${indented(statements, 8)}`);
}

/** A template with the queue Orders, perhaps other resources, and the queue's policy. */
export function queuePolicy(statements: string, others = ''): string {
  return template(`${QUEUE}
${others === '' ? '' : `${trimmed(others)}\n`}Policy:
  Type: AWS::SQS::QueuePolicy
  Properties:
    Queues: [!Ref Orders]
    PolicyDocument:
      Version: "2012-10-17"
      Statement:
${indented(statements, 8)}`);
}

/** A template with a role and its trust policy. */
export function trustPolicy(statements: string): string {
  return template(`Worker:
  Type: AWS::IAM::Role
  Properties:
    AssumeRolePolicyDocument:
      Version: "2012-10-17"
      Statement:
${indented(statements, 8)}`);
}

function template(resources: string): string {
  return `Resources:\n${resources.replace(/^(?=.)/gm, '  ')}\n`;
}

/** Without the indentation that all lines have, and without the line breaks around them. */
function trimmed(text: string): string {
  return indented(text, 0);
}

/** The lines with another indentation, whatever they had in common. */
function indented(text: string, by: number): string {
  const lines = text
    .replace(/^[ \t]*\n/, '')
    .trimEnd()
    .split('\n');
  const common = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length));
  return lines.map((line) => (line.trim() === '' ? '' : ' '.repeat(by) + line.slice(common))).join('\n');
}
