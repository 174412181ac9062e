import { expect, test } from 'vitest';
import { ask, dedent, refusal } from './ask.ts';

/** A function with a role that SAM makes, and one whose role comes from elsewhere. */
const SHOP = `
  Transform: AWS::Serverless-2016-10-31
  Resources:
    Orders:
      Type: AWS::DynamoDB::Table
    Uploads:
      Type: AWS::S3::Bucket
    Worker:
      Type: AWS::Serverless::Function
      Properties:
        Policies:
          - Version: '2012-10-17'
            Statement:
              - Effect: Allow
                Action: dynamodb:Query
                Resource: !GetAtt Orders.Arn
    Mailer:
      Type: AWS::Serverless::Function
      Properties:
        FunctionName: shop-mailer
        Role: !ImportValue role
`;
const WORKER = 'shop-WorkerRole-1A2B3C4D5E6F/shop-Worker-Q1W2E3R4T5Y6';
const ORDERS = 'arn:aws:dynamodb:eu-west-1:123456789012:table/shop-Orders-ABCDEFGHIJKL';

test('a generated role lacks an action on an index: the grant is added to its function', () => {
  const { found, said, advice, fixes, after } = ask(refusal(WORKER, 'dynamodb:Query', `${ORDERS}/index/byDate`), SHOP);
  expect(found).toEqual([
    '`shop-WorkerRole-1A2B3C4D5E6F` is **WorkerRole**, the execution role of Worker: the name is one that deployment makes of it. (template.yaml:7)',
    `\`${ORDERS}/index/byDate\` is **Orders** (AWS::DynamoDB::Table): the name is one that deployment makes of it. (template.yaml:3)`,
  ]);
  expect(said).toEqual([
    'Not allowed to WorkerRole: `dynamodb:Query` on `${Orders.Arn}/index/byDate`.',
    'The policy `WorkerRolePolicy0` allows `dynamodb:Query` on `${Orders.Arn}`, which is not what was asked for. (template.yaml:13)',
  ]);
  expect(advice).toEqual(['Add what is lacking, and deploy:']);
  expect(fixes).toEqual(['Grant dynamodb:Query to WorkerRole']);
  expect(after()).toBe(
    dedent(SHOP).replace(
      '  Mailer:\n',
      `        - Version: '2012-10-17'
          Statement:
            - Effect: Allow
              Action: dynamodb:Query
              Resource: !Sub \${Orders.Arn}/index/byDate
  Mailer:
`,
    ),
  );
});

test('an action on the same table joins the statement for it', () => {
  const { fixes, after } = ask(refusal(WORKER, 'dynamodb:getitem', ORDERS), SHOP);
  expect(fixes).toEqual(['Grant dynamodb:GetItem to WorkerRole']);
  expect(after()).toBe(
    dedent(SHOP).replace(
      'Action: dynamodb:Query\n',
      'Action:\n                - dynamodb:Query\n                - dynamodb:GetItem\n',
    ),
  );
});

test('an object stands for all objects of its bucket, whose name deployment has made', () => {
  const { fixes, after } = ask(refusal(WORKER, 's3:PutObject', 'arn:aws:s3:::shop-uploads-1abc2def3ghi/in/a.csv'), SHOP);
  expect(fixes).toEqual(['Grant s3:PutObject to WorkerRole']);
  expect(after()).toContain('Resource: !Sub ${Uploads.Arn}/*\n');
});

test('what no template has is named by its ARN, with the own account as deployment knows it', () => {
  const parameter = 'arn:aws:ssm:eu-west-1:123456789012:parameter/shop/key';
  const { found, after } = ask(refusal(WORKER, 'ssm:GetParameter', parameter), SHOP);
  expect(found).toHaveLength(1);
  expect(after()).toContain('Resource: !Sub arn:${AWS::Partition}:ssm:eu-west-1:${AWS::AccountId}:parameter/shop/key\n');
});

test('an action that takes no resource is granted on everything', () => {
  const { after } = ask(refusal(WORKER, 'xray:PutTraceSegments', '*'), SHOP);
  expect(after()).toContain("Resource: '*'\n");
});

test('the session of a function tells which one it is, whatever its role; the role from elsewhere is not guessed', () => {
  const { found, fixes, advice } = ask(refusal('legacy/shop-mailer', 'ses:SendEmail', '*'), SHOP);
  expect(found).toEqual([
    '`shop-mailer` is **Mailer**, whose role is not of this file: it has this name in the file. (template.yaml:16)',
  ]);
  expect(fixes).toEqual([]);
  expect(advice[0]).toBe('The role is not of these files: add the statement where the role is made.');
  expect(advice.at(-1)).toContain('"Action": "ses:SendEmail"');
});

test('where no file has the caller, the statement is told', () => {
  const { found, fixes, advice } = ask(refusal('ci/deploy', 's3:GetObject', 'arn:aws:s3:::other/key'), SHOP);
  expect([found, fixes]).toEqual([[], []]);
  expect(advice).toEqual([
    'Allow the action on the resource in a policy of the caller.',
    'The statement that `ci` lacks:',
    '```json\n{\n  "Effect": "Allow",\n  "Action": "s3:GetObject",\n  "Resource": "arn:aws:s3:::other/key"\n}\n```',
  ]);
});

test('the same logical id in two templates: both are told, and each can be mended', () => {
  const { found, advice, fixes } = ask(
    refusal(WORKER, 'dynamodb:PutItem', ORDERS),
    `#- a.yaml\n${dedent(SHOP)}#- b.yaml\n${dedent(SHOP)}`,
  );
  expect(found.filter((line) => line.includes('may be **WorkerRole**'))).toHaveLength(2);
  expect(advice[0]).toMatch(/^Several could be meant/);
  expect(fixes).toEqual(['Grant dynamodb:PutItem to WorkerRole', 'Grant dynamodb:PutItem to WorkerRole']);
});

/** Roles of the template, with names of their own. */
function roles(statement: string, more = ''): string {
  return `
    Resources:
      Worker:
        Type: AWS::Lambda::Function
        Properties: { Role: !GetAtt Role.Arn }
      Jobs: { Type: AWS::SQS::Queue, Properties: { QueueName: !Sub '\${AWS::StackName}-jobs' } }
      Role:
        Type: AWS::IAM::Role
        Properties:
          RoleName: shop-worker
          ${more}
          Policies:
            - PolicyName: jobs
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - ${statement}
  `;
}
const JOBS = 'arn:aws:sqs:eu-west-1:123456789012:shop-jobs';
const SEND = refusal('shop-worker/x', 'sqs:SendMessage', JOBS);

test('a statement of the role denies it: it is pointed at, and nothing is added', () => {
  const denied = roles("{ Effect: Deny, Action: 'sqs:*', Resource: '*' }");
  const { said, fixes, advice } = ask(
    refusal('shop-worker/x', 'sqs:SendMessage', JOBS, 'with an explicit deny in an identity-based policy'),
    denied,
  );
  expect(said).toEqual([
    'Denied to Role: `sqs:SendMessage` on `${Jobs.Arn}`.',
    'The policy `jobs` **denies** `sqs:*` on `*`. (template.yaml:16)',
  ]);
  expect(fixes).toEqual([]);
  expect(advice).toEqual(['Take the request out of the statement that denies it: no grant outweighs a Deny.']);
});

test('a role with a name of its own is certain; the name of the queue is a pattern that fits', () => {
  const { found, fixes } = ask(SEND, roles('{ Effect: Allow, Action: sqs:ReceiveMessage, Resource: !GetAtt Jobs.Arn }'));
  expect(found).toEqual([
    '`shop-worker` is **Role**, the execution role of Worker: it has this name in the file. (template.yaml:6)',
    `\`${JOBS}\` is **Jobs** (AWS::SQS::Queue): the name is one that deployment makes of it. (template.yaml:5)`,
  ]);
  expect(fixes).toEqual(['Grant sqs:SendMessage to Role']);
});

test('under a condition it depends', () => {
  const condition =
    "{ Effect: Allow, Action: sqs:SendMessage, Resource: '*', Condition: { StringEquals: { 'aws:RequestedRegion': eu-west-2 } } }";
  const { said, fixes } = ask(SEND, roles(condition));
  expect(said[0]).toBe('Not known from these files to Role: `sqs:SendMessage` on `${Jobs.Arn}`.');
  expect(said[1]).toContain('It depends on whether');
  expect(fixes).toEqual(['Grant sqs:SendMessage to Role']);
});

test('what the file allows already must be deployed, or another policy refuses it', () => {
  const { said, fixes, advice } = ask(SEND, roles("{ Effect: Allow, Action: 'sqs:*', Resource: '*' }"));
  expect(said[0]).toBe('Allowed to Role: `sqs:SendMessage` on `${Jobs.Arn}`.');
  expect(fixes).toEqual([]);
  expect(advice[0]).toMatch(/^These files allow it already\. Deploy them/);
});

test('a permissions boundary is told of', () => {
  const bounded = roles(
    "{ Effect: Allow, Action: 'sqs:*', Resource: '*' }",
    'PermissionsBoundary: arn:aws:iam::aws:policy/AWSLambdaExecute',
  );
  const { fixes, advice } = ask(
    refusal('shop-worker/x', 'sqs:SendMessage', JOBS, 'because no permissions boundary allows the sqs:SendMessage action'),
    bounded,
  );
  expect(fixes).toEqual([]);
  expect(advice[0]).toMatch(/^Allow the action in the permissions boundary as well/);
});

test.each([
  ['with an explicit deny in a service control policy', /service control policy of the organization denies it/],
  ['because no VPC endpoint policy allows the sqs:SendMessage action', /policy of the VPC endpoint/],
  ['because no session policy allows the sqs:SendMessage action', /when the session was started/],
  ['with an explicit deny in a resource-based policy', /resource’s own policy that denies it/],
])('%s: no grant to the role would help', (reason, words) => {
  const { fixes, advice } = ask(
    refusal('shop-worker/x', 'sqs:SendMessage', JOBS, reason),
    roles("{ Effect: Allow, Action: 's3:*', Resource: '*' }"),
  );
  expect(fixes).toEqual([]);
  expect(advice[0]).toMatch(words);
});

test('the statement of a queue’s own policy that denies it is told', () => {
  const policy = `${dedent(roles("{ Effect: Allow, Action: 'sqs:*', Resource: '*' }"))}  JobsPolicy:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!Ref Jobs]
      PolicyDocument: { Statement: [{ Effect: Deny, Principal: '*', Action: sqs:SendMessage, Resource: '*' }] }
`;
  const { said } = ask(
    refusal('shop-worker/x', 'sqs:SendMessage', JOBS, 'with an explicit deny in a resource-based policy'),
    policy,
  );
  expect(said.at(-1)).toBe(
    'The policy `JobsPolicy` of Jobs: **denied**: everybody: `sqs:SendMessage` on `*`. (template.yaml:21)',
  );
});

test('another account has a say of its own', () => {
  const { advice } = ask(
    refusal('shop-worker/x', 'sqs:SendMessage', JOBS.replace('123456789012', '999999999999')),
    roles("{ Effect: Allow, Action: 's3:*', Resource: '*' }"),
  );
  expect(advice.at(-1)).toBe(
    'The resource belongs to another account (`999999999999`): its own policy must allow the caller as well.',
  );
});

test('the role of a state machine that calls a function', () => {
  const flow = `
    Resources:
      Worker: { Type: AWS::Lambda::Function, Properties: { Role: arn:aws:iam::123456789012:role/worker } }
      FlowRole:
        Type: AWS::IAM::Role
        Properties:
          AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: states.amazonaws.com }, Action: sts:AssumeRole }] }
  `;
  const { found, fixes, after } = ask(
    refusal(
      'shop-FlowRole-ABC123DEF456/kQpLmN',
      'lambda:InvokeFunction',
      'arn:aws:lambda:eu-west-1:123456789012:function:shop-Worker-XYZ123ABC456',
    ),
    flow,
  );
  expect(found.map((line) => line.replace(/:.*/, ''))).toEqual(['`shop-FlowRole-ABC123DEF456` is **FlowRole**', '`arn']);
  expect(fixes).toEqual(['Grant lambda:InvokeFunction to FlowRole']);
  expect(after()).toContain('Resource: !GetAtt Worker.Arn\n');
});

test('passing a role is for whoever deploys', () => {
  const { found, advice, fixes } = ask(
    'User: arn:aws:iam::123456789012:user/jane is not authorized to perform: iam:PassRole on resource: arn:aws:iam::123456789012:role/shop-WorkerRole-1A2B3C4D5E6F',
    SHOP,
  );
  expect(found).toEqual([
    '`arn:aws:iam::123456789012:role/shop-WorkerRole-1A2B3C4D5E6F` is **WorkerRole**, the execution role of Worker: the name is one that deployment makes of it. (template.yaml:7)',
  ]);
  expect(advice[0]).toMatch(/^Whoever gives a role to a service must be allowed to pass it/);
  expect(advice.at(-1)).toContain('"iam:PassedToService": "lambda.amazonaws.com"');
  expect(fixes).toEqual([]);
});

test('a message that names nobody: the only function, and what it could be on', () => {
  const only = SHOP.slice(0, SHOP.indexOf('    Mailer:'));
  const { found, advice, fixes } = ask(
    'An error occurred (AccessDenied) when calling the GetObject operation: Access Denied',
    only,
  );
  expect(found).toEqual(['Perhaps **WorkerRole**, the execution role of Worker: the message names nobody. (template.yaml:7)']);
  expect(advice).toEqual(['The message does not say on what. Add what was meant, and deploy:']);
  expect(fixes).toEqual(['Grant s3:GetObject to WorkerRole']);
});

test('an operation that several services have is not guessed at', () => {
  const { page, fixes } = ask(
    'An error occurred (AccessDeniedException) when calling the ListTagsForResource operation: denied',
    SHOP,
  );
  expect(page).toContain('which takes one of `');
  expect(fixes).toEqual([]);
});

test('a denial of which the message does not tell the kind', () => {
  const { fixes, advice, page } = ask(
    refusal('shop-worker/x', 'sqs:SendMessage', JOBS, 'with an explicit deny (Service: Sqs, Status Code: 403)'),
    roles("{ Effect: Allow, Action: 's3:*', Resource: '*' }"),
  );
  expect(page).toContain('- Why: a statement in a policy denies it\n');
  expect(fixes).toEqual([]);
  expect(advice[0]).toMatch(/^Take the request out of the statement that denies it/);
});

test('a key has a policy of its own', () => {
  const key = 'arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab';
  const { advice } = ask(refusal('shop-worker/x', 'kms:Decrypt', key), roles("{ Effect: Allow, Action: 's3:*', Resource: '*' }"));
  expect(advice).toEqual([
    'Add what is lacking, and deploy:',
    expect.stringMatching(/^The policy of the key must name the role as well/),
  ]);
});

test('to assume a role both sides must allow it', () => {
  const { fixes, advice } = ask(
    refusal('shop-worker/x', 'sts:AssumeRole', 'arn:aws:iam::123456789012:role/reports'),
    roles("{ Effect: Allow, Action: 's3:*', Resource: '*' }"),
  );
  expect(fixes).toEqual(['Grant sts:AssumeRole to Role']);
  expect(advice.at(-1)).toMatch(/^The trust policy of the role that is assumed/);
});

test('log streams come and go: all of the group are granted', () => {
  const stream = 'arn:aws:logs:eu-west-1:123456789012:log-group:/shop/audit:log-stream:2026/11/24';
  const { after } = ask(
    refusal('shop-worker/x', 'logs:PutLogEvents', stream),
    roles("{ Effect: Allow, Action: 's3:*', Resource: '*' }"),
  );
  expect(after()).toContain('Resource: !Sub arn:${AWS::Partition}:logs:eu-west-1:${AWS::AccountId}:log-group:/shop/audit:*\n');
});

test('a function of another account is opened by a permission', () => {
  const { fixes, advice } = ask(
    refusal(
      'shop-worker/x',
      'lambda:InvokeFunction',
      'arn:aws:lambda:eu-west-1:999999999999:function:reports',
      'because no resource-based policy allows the lambda:InvokeFunction action',
    ),
    roles("{ Effect: Allow, Action: 'lambda:*', Resource: '*' }"),
  );
  expect(fixes).toEqual([]);
  expect(advice.at(-1)).toContain('AWS::Lambda::Permission with the account or the role of the caller as `Principal`');
});

test('a key that the role may read is allowed, whatever else of the bucket it may not', () => {
  const partly = SHOP.replace('dynamodb:Query', 's3:GetObject').replace('!GetAtt Orders.Arn', "!Sub '${Uploads.Arn}/in/*'");
  const asked = (key: string) => ask(refusal(WORKER, 's3:GetObject', `arn:aws:s3:::shop-uploads-1abc2def3ghi/${key}`), partly);
  expect(asked('in/a.csv').advice[0]).toMatch(/^These files allow it already/);
  expect(asked('out/a.csv').fixes).toEqual(['Grant s3:GetObject to WorkerRole']);
});

test('a function may be named without its ARN', () => {
  const { after } = ask(
    refusal('shop-worker/x', 'lambda:InvokeFunction', 'reports'),
    roles("{ Effect: Allow, Action: 's3:*', Resource: '*' }"),
  );
  expect(after()).toContain('Resource: !Sub arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:reports\n');
});

test('functions that share a role are told, and mended once', () => {
  const shared = roles("{ Effect: Allow, Action: 's3:*', Resource: '*' }").replace(
    'Jobs: {',
    'Other: { Type: AWS::Lambda::Function, Properties: { Role: !GetAtt Role.Arn } }\n      Jobs: {',
  );
  const { found, fixes } = ask('An error occurred (AccessDenied) when calling the ReceiveMessage operation: denied', shared);
  expect(found).toHaveLength(2);
  expect(fixes).toEqual(['Grant sqs:ReceiveMessage to Role']);
});

test('what is encrypted takes the key of the template', () => {
  const keyed = roles("{ Effect: Allow, Action: 's3:*', Resource: '*' }").replace(
    'Jobs: {',
    'Key: { Type: AWS::KMS::Key }\n      Jobs: {',
  );
  const { fixes, after } = ask(
    'AccessDeniedException: The ciphertext refers to a customer master key that does not exist',
    keyed,
  );
  expect(fixes).toEqual(['Grant kms:Decrypt to Role']);
  expect(after()).toContain('Resource: !GetAtt Key.Arn\n');
});
