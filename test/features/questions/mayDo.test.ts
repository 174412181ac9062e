import { expect, test } from 'vitest';
import { functionsToAsk, mayDo, resourcesFor, whoMayInvoke } from '../../../server/src/features/index.ts';
import { analysed, dedent } from '../../harness/index.ts';
import { checkMayDo, type Expected, inBoth, understood } from './support.ts';

/** What the roles of the tables are about. */
const RESOURCES = `
    Orders:
      Type: AWS::DynamoDB::Table
      Properties: { GlobalSecondaryIndexes: [{ IndexName: byDate }] }
    Items: { Type: AWS::DynamoDB::Table }
    Jobs: { Type: AWS::SQS::Queue }
    Files: { Type: AWS::S3::Bucket }
    Topic: { Type: AWS::SNS::Topic }
    Other: { Type: AWS::Lambda::Function, Properties: { Role: !GetAtt Role.Arn } }`;

/** A function whose role has these statements, and more below its properties. */
function withRole(statements: string, { role = '', more = '', top = '' } = {}): string {
  return `
  ${top}
  Resources:${RESOURCES}
    Worker: { Type: AWS::Lambda::Function, Properties: { Role: !GetAtt Role.Arn } }
    Role:
      Type: AWS::IAM::Role
      Properties:
        ${role}
        Policies:
          - PolicyName: own
            PolicyDocument: { Version: '2012-10-17', Statement: [${statements}] }
    ${more}
  `;
}

const QUERY = '{ Effect: Allow, Action: dynamodb:Query, Resource: !GetAtt Orders.Arn }';

type Row = readonly [question: string, template: string, expected: Expected];

const TABLE: Readonly<Record<string, readonly Row[]>> = {
  'an Allow on the resource, in its spellings': [
    ['dynamodb:Query Orders', withRole(QUERY), { verdict: 'yes', by: ['own'], says: 'Worker may do `dynamodb:Query` on Orders' }],
    ['DynamoDB:query Orders', withRole(QUERY), { verdict: 'yes', by: ['own'] }],
    ['Query Orders', withRole(QUERY), { verdict: 'yes', by: ['own'] }],
    ['dynamodb:Query ${Orders.Arn}', withRole(QUERY), { verdict: 'yes', by: ['own'] }],
    [
      'dynamodb:Query arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${Orders}',
      withRole(QUERY),
      { verdict: 'yes', by: ['own'] },
    ],
    ['dynamodb:Query Orders/index/byDate', withRole(QUERY), { verdict: 'no', by: ['own'], isFixable: true }],
    [
      'dynamodb:Query Orders/index/byDate',
      withRole("{ Effect: Allow, Action: dynamodb:Query, Resource: !Sub '${Orders.Arn}/index/*' }"),
      { verdict: 'yes', by: ['own'] },
    ],
  ],
  'no statement for it': [
    ['dynamodb:PutItem Orders', withRole(QUERY), { verdict: 'no', says: 'No statement of `Role`', isFixable: true }],
    ['sns:Publish Topic', withRole(QUERY), { verdict: 'no', isFixable: true }],
    ['sns:Publish', withRole(QUERY), { verdict: 'no' }],
    ['s3:ListAllMyBuckets', withRole(QUERY), { verdict: 'no', says: 'takes no resource', isFixable: true }],
    ['dynamodb:Query arn:aws:dynamodb:eu-west-1:123456789012:table/elsewhere', withRole(''), { verdict: 'no', isFixable: true }],
  ],
  'the indexes of a table': [
    [
      'dynamodb:Query Orders',
      withRole("{ Effect: Allow, Action: dynamodb:Query, Resource: !Sub '${Orders.Arn}/index/*' }"),
      { verdict: 'no', by: ['own'], isFixable: true },
    ],
  ],
  'another resource': [
    ['dynamodb:Query Items', withRole(QUERY), { verdict: 'no', by: ['own'], isFixable: true }],
    ['dynamodb:Query Jobs', withRole(QUERY), { verdict: 'no', says: 'is not used on `Jobs`' }],
  ],
  'a bucket and its objects': [
    [
      's3:GetObject Files',
      withRole('{ Effect: Allow, Action: s3:GetObject, Resource: !GetAtt Files.Arn }'),
      { verdict: 'no', isFixable: true },
    ],
    [
      's3:HeadObject Files',
      withRole("{ Effect: Allow, Action: s3:GetObject, Resource: !Sub '${Files.Arn}/*' }"),
      { verdict: 'yes', by: ['own'], says: '`s3:HeadObject` is an operation of the API' },
    ],
    [
      's3:GetObject Files',
      withRole("{ Effect: Allow, Action: s3:GetObject, Resource: !Sub '${Files.Arn}/public/*' }"),
      {
        verdict: 'depends',
        by: ['own'],
        points: [/^which part of Files is meant: it only names `\$\{Files\.Arn\}\/public\/\*`/],
      },
    ],
    [
      's3:GetObject Files/public/*',
      withRole("{ Effect: Allow, Action: s3:GetObject, Resource: !Sub '${Files.Arn}/public/*' }"),
      { verdict: 'yes', by: ['own'] },
    ],
    [
      's3:ListBucket Files',
      withRole('{ Effect: Allow, Action: s3:ListBucket, Resource: !GetAtt Files.Arn }'),
      { verdict: 'yes', by: ['own'] },
    ],
  ],
  'an explicit Deny': [
    [
      'sqs:PurgeQueue Jobs',
      withRole("{ Effect: Allow, Action: 'sqs:*', Resource: '*' }, { Effect: Deny, Action: sqs:PurgeQueue, Resource: '*' }"),
      { verdict: 'no', by: ['own'], says: 'A Deny wins' },
    ],
    [
      'sqs:SendMessage Jobs',
      withRole("{ Effect: Allow, Action: 'sqs:*', Resource: '*' }, { Effect: Deny, NotAction: 'sqs:*', Resource: '*' }"),
      { verdict: 'yes', by: ['own'] },
    ],
    [
      'sns:Publish Topic',
      withRole("{ Effect: Allow, Action: '*', Resource: '*' }, { Effect: Deny, NotAction: 'sqs:*', Resource: '*' }"),
      { verdict: 'no', by: ['own'] },
    ],
    [
      'sqs:SendMessage Jobs',
      withRole(
        "{ Effect: Allow, Action: 'sqs:*', Resource: '*' }, { Effect: Deny, Action: 'sqs:*', Resource: '*', Condition: { StringNotEquals: { 'aws:ResourceTag/team': red } } }",
      ),
      { verdict: 'depends', by: ['own'], points: ['whether `aws:ResourceTag/team` is not `red`'] },
    ],
  ],
  'conditions that the call settles, and others': [
    [
      'sqs:SendMessage Jobs',
      withRole("{ Effect: Allow, Action: sqs:SendMessage, Resource: '*', Condition: { Bool: { aws:SecureTransport: 'true' } } }"),
      { verdict: 'yes', by: ['own'] },
    ],
    [
      'sqs:SendMessage Jobs',
      withRole(
        "{ Effect: Allow, Action: sqs:SendMessage, Resource: '*', Condition: { StringEquals: { aws:PrincipalAccount: !Ref AWS::AccountId } } }",
      ),
      { verdict: 'yes', by: ['own'] },
    ],
    [
      'sqs:SendMessage Jobs',
      withRole(
        "{ Effect: Allow, Action: sqs:SendMessage, Resource: '*', Condition: { StringEquals: { 'aws:ResourceTag/team': red } } }",
      ),
      { verdict: 'depends', by: ['own'], points: ['whether `aws:ResourceTag/team` is exactly `red`'] },
    ],
    [
      'sqs:SendMessage Jobs',
      withRole("!If [IsProd, { Effect: Allow, Action: sqs:SendMessage, Resource: '*' }, !Ref AWS::NoValue]", {
        top: 'Conditions: { IsProd: !Equals [!Ref AWS::Region, eu-west-1] }',
      }),
      { verdict: 'depends', by: ['own'], points: ['the template condition `IsProd`, which must hold'] },
    ],
  ],
  'what a request of a function tells of itself': [
    [
      'sqs:SendMessage Jobs',
      withRole(
        "{ Effect: Allow, Action: sqs:SendMessage, Resource: '*', Condition: { ArnEquals: { lambda:SourceFunctionArn: !GetAtt Worker.Arn } } }",
      ),
      { verdict: 'yes', by: ['own'] },
    ],
    [
      'sqs:SendMessage Jobs',
      withRole(
        "{ Effect: Allow, Action: sqs:SendMessage, Resource: '*', Condition: { ArnEquals: { lambda:SourceFunctionArn: !GetAtt Other.Arn } } }",
      ),
      { verdict: 'no', by: ['own'], isFixable: true },
    ],
    [
      'sqs:SendMessage Jobs',
      withRole(
        "{ Effect: Allow, Action: sqs:SendMessage, Resource: '*', Condition: { StringEquals: { aws:ResourceAccount: !Ref AWS::AccountId } } }",
      ),
      { verdict: 'yes', by: ['own'] },
    ],
    [
      'sqs:SendMessage Jobs',
      withRole("{ Effect: Allow, Action: sqs:SendMessage, Resource: '*', Condition: { Bool: { aws:ViaAWSService: 'true' } } }"),
      { verdict: 'no', by: ['own'], isFixable: true },
    ],
  ],
  'a resource that may be of another account': [
    [
      'sqs:SendMessage arn:aws:sqs:eu-west-1:123456789012:jobs',
      withRole('{ Effect: Allow, Action: sqs:SendMessage, Resource: arn:aws:sqs:eu-west-1:123456789012:jobs }'),
      {
        verdict: 'yes',
        by: ['own'],
        says: 'If 123456789012 is not the account of this stack, the resource’s own policy has to allow it as well.',
      },
    ],
    [
      'sqs:SendMessage arn:aws:sqs:eu-west-1:123456789012:jobs',
      withRole('{ Effect: Allow, Action: sqs:SendMessage, Resource: !GetAtt Jobs.Arn }'),
      { verdict: 'depends', by: ['own'], points: [/^whether `\$\{Jobs\.Arn\}` is arn:aws:sqs/] },
    ],
  ],
  'a parameter in the ARN': [
    [
      'dynamodb:Query Orders',
      withRole(
        "{ Effect: Allow, Action: dynamodb:Query, Resource: !Sub 'arn:aws:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${Name}' }",
        {
          top: 'Parameters: { Name: { Type: String } }',
        },
      ),
      { verdict: 'depends', by: ['own'], points: [/table\/\$\{Name\}` is Orders, which only deployment tells/] },
    ],
    [
      'sqs:SendMessage Jobs',
      withRole('{ Effect: Allow, Action: !Ref What, Resource: !GetAtt Jobs.Arn }', {
        top: 'Parameters: { What: { Type: String } }',
      }),
      { verdict: 'depends', by: ['own'], points: ['which actions it turns out to name'] },
    ],
  ],
  wildcards: [
    ['sqs:SendMessage Jobs', withRole("{ Effect: Allow, Action: 'sqs:Send*', Resource: '*' }"), { verdict: 'yes', by: ['own'] }],
    ['sqs:Send* Jobs', withRole("{ Effect: Allow, Action: 'sqs:*', Resource: '*' }"), { verdict: 'yes', by: ['own'] }],
    [
      'sqs:* Jobs',
      withRole("{ Effect: Allow, Action: 'sqs:Send*', Resource: '*' }"),
      { verdict: 'partly', by: ['own'], says: /^Of the \d+ actions of `sqs:\*` that are used on Jobs: 1 allowed, \d+ not\.$/ },
    ],
    ['sqs:Send* Jobs', withRole("{ Effect: Allow, Action: 'sns:*', Resource: '*' }"), { verdict: 'no', isFixable: true }],
    [
      'sqs:* Topic',
      withRole("{ Effect: Allow, Action: 'sns:*', Resource: '*' }"),
      { verdict: 'no', says: 'None of the actions' },
    ],
  ],
  'any resource': [
    ['dynamodb:Query', withRole(QUERY), { verdict: 'yes', by: ['own'] }],
    ['dynamodb:Query any', withRole(QUERY), { verdict: 'yes', by: ['own'] }],
    ['dynamodb:Query *', withRole("{ Effect: Allow, NotAction: 'iam:*', Resource: '*' }"), { verdict: 'yes', by: ['own'] }],
    [
      'dynamodb:Query',
      withRole(`${QUERY}, { Effect: Deny, Action: dynamodb:Query, Resource: !GetAtt Orders.Arn }`),
      { verdict: 'no', by: ['own'], says: 'A Deny wins' },
    ],
  ],
  'managed policies, known and unknown': [
    [
      'dynamodb:Query Orders',
      withRole('', { role: "ManagedPolicyArns: ['arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess']" }),
      { verdict: 'yes', by: ['AmazonDynamoDBFullAccess'] },
    ],
    [
      'logs:PutLogEvents',
      withRole('', { role: "ManagedPolicyArns: ['arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole']" }),
      { verdict: 'yes', by: ['AWSLambdaBasicExecutionRole'] },
    ],
    [
      'dynamodb:Query Orders',
      withRole('', { role: "ManagedPolicyArns: ['arn:aws:iam::123456789012:policy/team']" }),
      { verdict: 'depends', points: ['`team`, whose statements are not in this file'] },
    ],
    [
      'dynamodb:Query Orders',
      withRole('', {
        role: 'ManagedPolicyArns: [!Ref Reading]',
        more: `Reading: { Type: AWS::IAM::ManagedPolicy, Properties: { PolicyDocument: { Statement: [${QUERY}] } } }`,
      }),
      { verdict: 'yes', by: ['Reading'] },
    ],
    [
      'dynamodb:Query Orders',
      withRole('', {
        more: `Attached: { Type: AWS::IAM::Policy, Properties: { Roles: [!Ref Role], PolicyName: a, PolicyDocument: { Statement: [${QUERY}] } } }`,
      }),
      { verdict: 'yes', by: ['Attached'] },
    ],
  ],
  'a permissions boundary': [
    [
      'dynamodb:Query Orders',
      withRole(QUERY, {
        role: 'PermissionsBoundary: !Ref Limit',
        more: "Limit: { Type: AWS::IAM::ManagedPolicy, Properties: { PolicyDocument: { Statement: [{ Effect: Allow, Action: 'sqs:*', Resource: '*' }] } } }",
      }),
      { verdict: 'no', by: ['PermissionsBoundary', 'own'], says: 'permissions boundary does not let it through' },
    ],
    [
      'dynamodb:Query Orders',
      withRole(QUERY, {
        role: 'PermissionsBoundary: !Ref Limit',
        more: "Limit: { Type: AWS::IAM::ManagedPolicy, Properties: { PolicyDocument: { Statement: [{ Effect: Allow, Action: 'dynamodb:*', Resource: '*' }] } } }",
      }),
      { verdict: 'yes', by: ['own'] },
    ],
    [
      'dynamodb:Query Orders',
      withRole(QUERY, { role: "PermissionsBoundary: 'arn:aws:iam::123456789012:policy/limit'" }),
      { verdict: 'depends', points: ['what the permissions boundary of the role lets through'] },
    ],
  ],
};

for (const [name, rows] of Object.entries(TABLE)) {
  test(name, () => {
    for (const [question, template, expected] of rows) checkMayDo(template, question, expected);
  });
}

test('what cannot be answered says why', () => {
  const problems = (action: string, resource?: string, fn = 'Worker') =>
    inBoth(withRole(QUERY)).map((analysis) => mayDo(analysis, { function: fn, action, resource }));
  const twice = (problem: unknown) => [{ problem }, { problem }];
  expect(problems('dynamodb:Query', 'Nothing')).toEqual(twice(expect.stringContaining('The template has no resource `Nothing`')));
  expect(problems('dynamodb:Quary')).toEqual(twice('AWS has no action `dynamodb:Quary`. Did you mean `dynamodb:Query`?'));
  expect(problems('dynamodb:Query', 'Orders', 'Nobody')).toEqual(twice('The template has no function `Nobody`.'));
  expect(problems('*:*')).toEqual(twice(expect.stringContaining('one service at a time')));
  expect(problems('sqs:Nothing*')).toEqual(twice('No action of AWS matches `sqs:Nothing*`.'));
  expect(problems('')).toEqual(twice(expect.stringContaining('Name an action')));
});

test('a table that may be queried, but not by its indexes', () => {
  for (const analysis of inBoth(withRole(QUERY))) {
    const { verdict, blocks } = understood(mayDo(analysis, { function: 'Worker', action: 'dynamodb:Query', resource: 'Orders' }));
    expect(verdict).toBe('yes');
    expect(blocks.find(({ heading }) => heading === 'On its indexes')?.lines).toEqual([{ text: '`/index/*`: not allowed' }]);
  }
});

test('half-typed and broken text is asked without harm', () => {
  const lines = dedent(withRole(QUERY)).split('\n');
  for (const i of lines.keys()) {
    for (const text of [
      lines.toSpliced(i, 1).join('\n'),
      lines.slice(0, i).join('\n'),
      lines.with(i, `${lines[i]?.slice(0, -3)}`).join('\n'),
    ]) {
      const analysis = analysed(text);
      for (const action of ['dynamodb:Query', 's3:*', 'x', ':'])
        mayDo(analysis, { function: 'Worker', action, resource: 'Orders' });
      whoMayInvoke(analysis, 'Worker');
      functionsToAsk(analysis, Math.floor(text.length / 2));
      resourcesFor(analysis, 'dynamodb:Query');
    }
  }
});

test('what comes close: a condition that is not met, an operation or a slip in the place of the action', () => {
  const close = (statements: string, action: string) =>
    inBoth(withRole(statements)).map((analysis) => {
      const { blocks } = understood(mayDo(analysis, { function: 'Worker', action, resource: 'Jobs' }));
      return blocks
        .filter(({ heading }) => /^What (?:comes close|it may)/.test(heading))
        .map(({ heading, lines }) => [heading, lines.map(({ text }) => text)]);
    });
  const twice = (...blocks: readonly (readonly [string, readonly unknown[]])[]) => [blocks, blocks];
  const on = 'Resource: !GetAtt Jobs.Arn';
  expect(close(`{ Effect: Allow, Action: sqs:SendMesage, ${on} }`, 'sqs:SendMessage')).toEqual(
    twice([
      'What comes close',
      ['A statement names `sqs:SendMesage`, which is no action and allows nothing; `sqs:SendMessage` is what is meant'],
    ]),
  );
  expect(close(`{ Effect: Allow, Action: sqs:SendMessageBatch, ${on} }`, 'sqs:SendMessage')).toEqual(
    twice(['What comes close', [expect.stringContaining('`sqs:SendMessageBatch`, which is no action')]]),
  );
  expect(
    close(
      `{ Effect: Allow, Action: sqs:SendMessage, ${on}, Condition: { Bool: { aws:ViaAWSService: 'true' } } }`,
      'sqs:SendMessage',
    ),
  ).toEqual(
    twice([
      'What comes close',
      [expect.stringMatching(/if `aws:ViaAWSService` is `true`; what this call carries does not meet that$/)],
    ]),
  );
  expect(close(`{ Effect: Allow, Action: sqs:DeleteMessage, ${on} }`, 'sqs:SendMessage')).toEqual(
    twice(['What it may do there', ['The policy `own` allows `sqs:DeleteMessage` on `${Jobs.Arn}`']]),
  );
  expect(
    close(
      '{ Effect: Allow, Action: sqs:DeleteMessage, Resource: arn:aws:sqs:eu-west-1:123456789012:other }',
      'sqs:SendMessage',
    )[0],
  ).not.toContain('What comes close');
});
