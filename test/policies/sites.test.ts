import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { toTemplate } from '../../server/src/cloudformation/index.ts';
import { createCloudFormationKnowledge } from '../../server/src/cloudformation/knowledgeText.ts';
import {
  type PolicySite,
  policyPropertiesOf,
  policySitesOf,
  policySitesOfFile,
  typesWithPolicies,
} from '../../server/src/policies/index.ts';
import { display, type Guard } from '../../server/src/symbolic/index.ts';
import { parse, sourceText } from '../../server/src/syntax/index.ts';
import { LANGUAGES, type Language, treeOf } from '../iam/support.ts';

const guardText = (guard: Guard): string => guard.map(({ condition, holds }) => `${holds ? '' : '!'}${condition}`).join('&');

/** `Role.Policies.0.PolicyDocument identity if C: s3:GetObject` */
function line({ owner, property, kind, guard, document }: PolicySite): string {
  const actions = document.statements.flatMap((one) => one.actions?.values.map(({ value }) => display(value)) ?? []);
  const place = [owner?.logicalId, property].filter(Boolean).join('.');
  return `${[place, kind, guard.length > 0 ? `if ${guardText(guard)}` : ''].filter(Boolean).join(' ')}: ${actions.join(' ')}`;
}

function sites(resources: string, language: Language, head = ''): readonly string[] {
  const template = toTemplate(treeOf(`Transform: AWS::Serverless-2016-10-31\n${head}\nResources:\n${resources}`, language));
  return template ? policySitesOf(template).map(line) : ['no template'];
}

const NO_VALUE = '!Ref "AWS::NoValue"';
const one = (action: string): string => `{ Statement: [{ Effect: Allow, Action: "${action}" }] }`;

const cases: readonly (readonly [name: string, resources: string, expected: readonly string[], head?: string])[] = [
  [
    'a role: trust and inline policies',
    `
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: ${one('sts:AssumeRole')}
      Policies:
        - { PolicyName: A, PolicyDocument: ${one('a')} }
        - !If [C, { PolicyName: B, PolicyDocument: ${one('b')} }, ${NO_VALUE}]
        - { PolicyName: D, PolicyDocument: !If [D, ${one('c')}, ${one('d')}] }`,
    [
      'Role.AssumeRolePolicyDocument trust: sts:AssumeRole',
      'Role.Policies.0.PolicyDocument identity: a',
      'Role.Policies.1.PolicyDocument identity if C: b',
      'Role.Policies.2.PolicyDocument identity if D: c',
      'Role.Policies.2.PolicyDocument identity if !D: d',
    ],
  ],
  [
    'a list in a condition, and branches that can never be',
    `
  Role:
    Type: AWS::IAM::Role
    Condition: C
    Properties:
      Policies: !If [D, [{ PolicyDocument: ${one('a')} }], [{ PolicyDocument: !If [D, ${one('b')}, ${one('c')}] }]]`,
    ['Role.Policies.0.PolicyDocument identity if C&D: a', 'Role.Policies.0.PolicyDocument identity if C&!D: c'],
  ],
  [
    'a single object where a list belongs',
    `
  Role: { Type: AWS::IAM::Role, Properties: { Policies: { PolicyDocument: ${one('a')} } } }`,
    ['Role.Policies.PolicyDocument identity: a'],
  ],
  [
    'a policy of its own, one on a resource, one below',
    `
  Policy: { Type: AWS::IAM::Policy, Properties: { PolicyDocument: ${one('a')} } }
  Managed: { Type: AWS::IAM::ManagedPolicy, Properties: { PolicyDocument: ${one('b')} } }
  Bucket: { Type: AWS::S3::BucketPolicy, Properties: { PolicyDocument: ${one('c')} } }
  Table: { Type: AWS::DynamoDB::Table, Properties: { StreamSpecification: { ResourcePolicy: { PolicyDocument: ${one('d')} } } } }
  Global: { Type: AWS::DynamoDB::GlobalTable, Properties: { Replicas: [{}, { ResourcePolicy: { PolicyDocument: ${one('e')} } }] } }`,
    [
      'Policy.PolicyDocument identity: a',
      'Managed.PolicyDocument identity: b',
      'Bucket.PolicyDocument resource: c',
      'Table.StreamSpecification.ResourcePolicy.PolicyDocument resource: d',
      'Global.Replicas.1.ResourcePolicy.PolicyDocument resource: e',
    ],
  ],
  [
    'SAM policies: only objects with statements are documents',
    `
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      AssumeRolePolicyDocument: ${one('sts:AssumeRole')}
      Policies:
        - AWSLambdaBasicExecutionRole
        - SQSPollerPolicy: { QueueName: q }
        - ${one('a')}
        - !If [C, { Version: "2012-10-17", Statement: { Effect: Allow, Action: b } }, ${NO_VALUE}]
        - !Ref Managed
  Single: { Type: AWS::Serverless::Function, Properties: { Policies: ${one('c')} } }
  Name: { Type: AWS::Serverless::Function, Properties: { Policies: AmazonS3FullAccess } }
  Machine: { Type: AWS::Serverless::StateMachine, Properties: { Policies: [${one('d')}] } }`,
    [
      'Fn.AssumeRolePolicyDocument trust: sts:AssumeRole',
      'Fn.Policies.2 identity: a',
      'Fn.Policies.3 identity if C: b',
      'Single.Policies identity: c',
      'Machine.Policies.0 identity: d',
    ],
  ],
  [
    'statements without a document',
    `
  Bus: { Type: AWS::Events::EventBusPolicy, Properties: { Statement: { Effect: Allow, Action: a } } }
  Api:
    Type: AWS::Serverless::Api
    Properties:
      Auth: { ResourcePolicy: { CustomStatements: [{ Effect: Allow, Action: b }, !If [C, { Effect: Deny, Action: c }, ${NO_VALUE}]] } }`,
    ['Bus.Statement resource: a', 'Api.Auth.ResourcePolicy.CustomStatements resource: b c'],
  ],
  [
    'Globals stand once',
    `
  Api: { Type: AWS::Serverless::Api, Properties: { StageName: x } }
  Other: { Type: AWS::Serverless::Api, Properties: { Auth: { ResourcePolicy: { CustomStatements: { Effect: Allow, Action: b } } } } }`,
    ['Api.Auth.ResourcePolicy.CustomStatements resource: a', 'Other.Auth.ResourcePolicy.CustomStatements resource: b'],
    'Globals: { Api: { Auth: { ResourcePolicy: { CustomStatements: [{ Effect: Allow, Action: a }] } } } }',
  ],
  [
    'documents in strings',
    `
  Plain: { Type: AWS::Logs::ResourcePolicy, Properties: { PolicyDocument: '{"Statement":[{"Effect":"Allow","Action":"a"}]}' } }
  Sub: { Type: AWS::Logs::ResourcePolicy, Properties: { PolicyDocument: !Sub '{"Statement":[{"Effect":"Allow","Action":"\${P}:b"}]}' } }
  Variables: { Type: AWS::SSO::PermissionSet, Properties: { InlinePolicy: !Sub ['{"Statement":{"Effect":"Allow","Action":"\${p}:c"}}', { p: s3 }] } }
  Joined: { Type: AWS::Logs::ResourcePolicy, Properties: { PolicyDocument: !Join ["", ['{"Statement":[]}']] } }
  Other: { Type: AWS::Logs::ResourcePolicy, Properties: { PolicyDocument: 'text' } }`,
    ['Plain.PolicyDocument resource: a', 'Sub.PolicyDocument resource: ${P}:b', 'Variables.InlinePolicy identity: s3:c'],
  ],
  [
    'organization policies are told apart by type and content',
    `
  Control: { Type: AWS::Organizations::Policy, Properties: { Type: SERVICE_CONTROL_POLICY, Content: ${one('a')} } }
  Resource: { Type: AWS::Organizations::Policy, Properties: { Type: RESOURCE_CONTROL_POLICY, Content: ${one('b')} } }
  Tags: { Type: AWS::Organizations::Policy, Properties: { Type: TAG_POLICY, Content: { tags: {} } } }
  Text: { Type: AWS::Organizations::Policy, Properties: { Type: TAG_POLICY, Content: '{"tags":{}}' } }`,
    ['Control.Content service-control: a', 'Resource.Content resource-control: b'],
  ],
  [
    'what only looks like a policy',
    `
  Topic: { Type: AWS::SNS::Topic, Properties: { DataProtectionPolicy: ${one('a')} } }
  Queue: { Type: AWS::SQS::Queue, Properties: { RedrivePolicy: { maxReceiveCount: 3 } } }
  Role: { Type: AWS::IAM::Role, Properties: { Policies: !Ref P, AssumeRolePolicyDocument: !Ref Q } }
  Half: { Type: AWS::IAM::Role, Properties: { Policies: [{ PolicyDocument: }, { PolicyDocument: [] }, text], AssumeRolePolicyDocument: } }
  None: { Type: AWS::IAM::Role }
  Else: { Type: "Custom::Policy", Properties: { PolicyDocument: ${one('a')} } }`,
    [],
  ],
];

describe.each(LANGUAGES)('%s', (language) => {
  const named = cases.map(([name, resources, expected, head]) => ({ name, resources, expected, head }));
  test.each(named)('$name', ({ resources, expected, head }) => {
    expect(sites(resources, language, head)).toEqual(expected);
  });
});

test('an anchor used twice is a policy of both resources', () => {
  const resources = `
  A: { Type: AWS::IAM::Role, Properties: { AssumeRolePolicyDocument: &trust ${one('sts:AssumeRole')} } }
  B: { Type: AWS::IAM::Role, Properties: { AssumeRolePolicyDocument: *trust } }`;
  expect(sites(resources, 'yaml')).toEqual([
    'A.AssumeRolePolicyDocument trust: sts:AssumeRole',
    'B.AssumeRolePolicyDocument trust: sts:AssumeRole',
  ]);
});

test('the spans of a document in a string are in the outer text', () => {
  const text = `
Resources:
  P:
    Type: AWS::Logs::ResourcePolicy
    Properties:
      PolicyDocument: "{\\"Statement\\": [{\\"Effect\\": \\"Allow\\", \\"Action\\": \\"logs:PutLogEvents\\"}]}"
`;
  const template = toTemplate(parse(sourceText('t.yaml', text)).value);
  const [site] = template ? policySitesOf(template) : [];
  const value = site?.document.statements[0]?.actions?.values[0];
  expect(value && text.slice(value.node.span.start, value.node.span.end)).toContain('logs:PutLogEvents');
});

const files: readonly (readonly [name: string, content: unknown, expected: readonly string[]])[] = [
  ['a document', { Statement: [{ Effect: 'Allow', Action: 'a' }] }, ['identity: a']],
  [
    'a list of documents',
    [{ Statement: { Effect: 'Allow', Action: 'a' } }, { Version: '2012-10-17', Statement: { Effect: 'Deny', Action: 'b' } }],
    ['identity: a', 'identity: b'],
  ],
  [
    'a trust policy',
    { Statement: [{ Effect: 'Allow', Principal: { Service: 'x' }, Action: ['sts:AssumeRole', 'sts:TagSession'] }] },
    ['trust: sts:AssumeRole sts:TagSession'],
  ],
  ['a resource policy', { Statement: [{ Effect: 'Allow', Principal: '*', Action: 's3:*' }] }, ['resource: s3:*']],
  [
    'with and without principal',
    {
      Statement: [
        { Effect: 'Allow', Principal: '*', Action: 'a' },
        { Effect: 'Allow', Action: 'b' },
      ],
    },
    ['unknown: a b'],
  ],
  ['an empty one', { Version: '2012-10-17', Statement: [] }, ['unknown: ']],
  ['iam get-role-policy', { RoleName: 'r', PolicyDocument: { Statement: { Effect: 'Allow', Action: 'a' } } }, ['identity: a']],
  ['iam get-policy-version', { PolicyVersion: { Document: { Statement: { Effect: 'Allow', Action: 'a' } } } }, ['identity: a']],
  [
    'iam get-role',
    { Role: { RoleName: 'r', AssumeRolePolicyDocument: { Statement: { Effect: 'Allow', Action: 'x' } } } },
    ['trust: x'],
  ],
  [
    'lambda get-policy',
    { Policy: '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"lambda:InvokeFunction"}]}', RevisionId: '1' },
    ['resource: lambda:InvokeFunction'],
  ],
  [
    'organizations describe-policy',
    {
      Policy: {
        PolicySummary: { Type: 'RESOURCE_CONTROL_POLICY' },
        Content: '{"Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:*"}]}',
      },
    },
    ['resource-control: s3:*'],
  ],
  [
    'sqs get-queue-attributes',
    { Attributes: { Policy: '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"sqs:*"}]}' } },
    ['resource: sqs:*'],
  ],
  [
    'iam get-account-authorization-details',
    {
      RoleDetailList: [
        {
          AssumeRolePolicyDocument: { Statement: { Effect: 'Allow', Principal: '*', Action: 'sts:AssumeRole' } },
          RolePolicyList: [{ PolicyName: 'p', PolicyDocument: { Statement: { Effect: 'Allow', Action: 'a' } } }],
        },
      ],
      Policies: [{ PolicyVersionList: [{ Document: { Statement: { Effect: 'Allow', Action: 'b' } } }] }],
    },
    ['trust: sts:AssumeRole', 'identity: a', 'identity: b'],
  ],
  ['a bank statement', { Statement: [{ Date: '2024-01-01', Amount: 3 }] }, []],
  ['a package manifest', { name: 'x', Policy: 'none', Policies: ['a'], scripts: { Statement: 'x' } }, []],
  ['a document somewhere else', { settings: { Statement: [{ Effect: 'Allow', Action: 'a' }] } }, []],
  ['text', 'Statement', []],
  ['nothing', null, []],
];

test.each(files)('a file with %s', (_name, content, expected) => {
  const tree = parse(sourceText('policy.json', JSON.stringify(content), 1, 'json')).value;
  expect(policySitesOfFile(tree).map(line)).toEqual(expected);
});

test('a policy in YAML', () => {
  const tree = parse(sourceText('p.yaml', 'Statement:\n  - Effect: Allow\n    Action: a\n', 1, 'yaml')).value;
  expect(policySitesOfFile(tree).map(line)).toEqual(['identity: a']);
});

/** Named like a policy, but no IAM policy. */
const OTHER_POLICIES = new Set([
  'AWS::EC2::VerifiedAccessEndpoint PolicyDocument', // Cedar
  'AWS::EC2::VerifiedAccessGroup PolicyDocument', // Cedar
  'AWS::EKS::AccessEntry AccessPolicies', // managed by EKS
  'AWS::Logs::AccountPolicy PolicyDocument', // data protection, filters, indices
  'AWS::NetworkManager::CoreNetwork PolicyDocument', // network segments
  'AWS::OpenSearchServerless::AccessPolicy Policy', // a language of its own
  'AWS::OpenSearchServerless::LifecyclePolicy Policy',
  'AWS::OpenSearchServerless::SecurityPolicy Policy',
  'AWS::ResilienceHub::ResiliencyPolicy Policy', // recovery objectives
]);

test('the table names real properties, and all that are named like a policy document', () => {
  const data = createCloudFormationKnowledge(
    readFileSync(new URL('../../server/data/cloudformation.txt', import.meta.url), 'utf8'),
  );
  const ours = new Set<string>();
  for (const type of typesWithPolicies()) {
    for (const { path } of policyPropertiesOf(type)) ours.add(`${type} ${path.split('.')[0]?.replace('[]', '')}`);
  }
  const pattern =
    /^(Policy|KeyPolicy|FileSystemPolicy|AccessPolicy|AccessPolicies|InlinePolicy|.*(ResourcePolicy|PolicyDocument|PolicyText))$/;
  const theirs = data
    .resourceTypes()
    .flatMap((type) => data.resourceType(type)?.properties.map((name) => `${type} ${name}`) ?? []);
  expect([...ours].filter((one) => !theirs.includes(one))).toEqual([]);
  const missing = theirs.filter((one) => pattern.test(one.split(' ')[1] ?? '') && !ours.has(one) && !OTHER_POLICIES.has(one));
  expect(missing.filter((one) => !one.endsWith('BlockPublicPolicy'))).toEqual([]);
});
