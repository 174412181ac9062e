import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AccessRequest, decide, type Guarded, matchesPrincipal } from '../../server/src/iam/index.ts';
import { concat, type Guard, type Hole, literal, ofHole, type SymbolicString } from '../../server/src/symbolic/index.ts';
import { LANGUAGES, policy } from './support.ts';

/** Text with `${…}` as `Fn::Sub` reads it. */
function sub(text: string): SymbolicString {
  const pieces = text.split(/\$\{([^}]+)\}/).map((piece, i) => (i % 2 === 0 ? piece : ofHole(holeOf(piece))));
  return concat(pieces);
}

function holeOf(name: string): Hole {
  if (name.startsWith('AWS::')) return { kind: 'pseudo', name };
  const [logicalId = '', attribute] = name.split('.');
  return { kind: 'attribute', logicalId, attribute };
}

const items = (yaml: string, language: 'yaml' | 'json' = 'yaml'): readonly Guarded[] =>
  policy(yaml, language).statements.map((statement) => ({ statement, guard: [] }));

/** Verdict and the indices of the statements behind it. */
function verdict(statements: readonly Guarded[], request: AccessRequest): string {
  const { verdict: answer, by } = decide(statements, request);
  return [answer, ...by.map((item) => statements.indexOf(item))].join(' ');
}

const QUEUE = sub('arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:${Queue.QueueName}');
const receive: AccessRequest = { action: 'sqs:ReceiveMessage', resource: QUEUE };
const C: Guard = [{ condition: 'C', holds: true }];

const allow = (action: string, resource: string, more = ''): string =>
  `{ Effect: Allow, Action: ${action}, Resource: ${resource}${more} }`;
const deny = (action: string, resource: string, more = ''): string =>
  `{ Effect: Deny, Action: ${action}, Resource: ${resource}${more} }`;
const QUEUE_TEXT = '!Sub "arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:${Queue.QueueName}"';
const when = (condition: string, statement: string): string => `!If [${condition}, ${statement}, !Ref "AWS::NoValue"]`;
const unless = (condition: string, statement: string): string => `!If [${condition}, !Ref "AWS::NoValue", ${statement}]`;

const scenarios: readonly (readonly [
  name: string,
  statements: readonly string[],
  expected: string,
  request?: Partial<AccessRequest>,
])[] = [
  ['nothing', [], 'missing'],
  ['the action on the queue', [allow('"sqs:ReceiveMessage"', QUEUE_TEXT)], 'granted 0'],
  ['another action', [allow('"sqs:SendMessage"', QUEUE_TEXT)], 'missing'],
  ['letter case of actions is free', [allow('"SQS:receivemessage"', '"*"')], 'granted 0'],
  ['wildcards in actions', [allow('["sqs:Rec*", "s3:*"]', '"*"')], 'granted 0'],
  ['a question mark', [allow('"sqs:ReceiveMessag?"', '"*"')], 'granted 0'],
  ['a wildcard in the middle', [allow('"sqs:*Message"', '"*"')], 'granted 0'],
  ['everything', [allow('"*"', '"*"')], 'granted 0'],
  ['another service', [allow('"sns:*"', '"*"')], 'missing'],
  ['an action from a parameter', [allow('!Ref Action', '"*"')], 'unknown 0'],
  ['a list from a parameter', [allow('!Split [",", !Ref Actions]', '"*"')], 'unknown 0'],
  ['NotAction of another', [allow('"x"', '"*"').replace('Action', 'NotAction')], 'granted 0'],
  ['NotAction of this', [allow('"sqs:*"', '"*"').replace('Action', 'NotAction')], 'missing'],
  ['another queue', [allow('"sqs:*"', QUEUE_TEXT.replace('Queue.', 'Other.'))], 'missing'],
  ['an ARN from a parameter', [allow('"sqs:*"', '!Ref QueueArn')], 'unknown 0'],
  [
    'an ARN with a wildcard',
    [allow('"sqs:*"', '!Sub "arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:*"')],
    'granted 0',
  ],
  ['the partition written out', [allow('"sqs:*"', '"arn:aws:sqs:*:*:*"')], 'granted 0'],
  ['an ARN that stops early', [allow('"sqs:*"', '"arn:aws:sqs:*"')], 'granted 0'],
  ['an ARN of another service that stops early', [allow('"sqs:*"', '"arn:aws:sns:*"')], 'missing'],
  ['the region written out', [allow('"sqs:*"', '"arn:aws:sqs:eu-west-1:*:*"')], 'unknown 0'],
  ['a queue by its name', [allow('"sqs:*"', '"arn:aws:sqs:*:*:orders"')], 'unknown 0'],
  ['a policy variable', [allow('"sqs:*"', '"arn:aws:sqs:*:*:${aws:PrincipalTag/queue}"')], 'unknown 0'],
  ['NotResource of another', [allow('"sqs:*"', '"arn:aws:s3:::b"').replace('Resource', 'NotResource')], 'granted 0'],
  ['NotResource of everything', [allow('"sqs:*"', '"*"').replace('Resource', 'NotResource')], 'missing'],
  ['NotResource from a parameter', [allow('"sqs:*"', '!Ref P').replace('Resource', 'NotResource')], 'unknown 0'],
  ['two statements, both named', [allow('"sqs:*"', '"*"'), allow('"sqs:R*"', '"*"')], 'granted 0 1'],
  [
    'an action without resource: *',
    [allow('"ec2:DescribeVpcs"', '"*"')],
    'granted 0',
    { action: 'ec2:DescribeVpcs', resource: literal('*') },
  ],
  [
    'an action without resource: an ARN',
    [allow('"ec2:*"', '"arn:aws:ec2:*:*:vpc/*"')],
    'unknown 0',
    { action: 'ec2:DescribeVpcs', resource: literal('*') },
  ],
  ['an explicit Deny', [allow('"sqs:*"', '"*"'), deny('"sqs:*"', '"*"')], 'denied 1'],
  ['a Deny alone', [deny('"sqs:*"', '"*"')], 'denied 0'],
  ['a Deny of something else', [allow('"sqs:*"', '"*"'), deny('"sqs:Send*"', '"*"')], 'granted 0'],
  ['a Deny that may match', [allow('"sqs:*"', '"*"'), deny('"sqs:*"', '!Ref P')], 'unknown 0 1'],
  ['a Deny that may match, without an Allow', [deny('"sqs:*"', '!Ref P')], 'missing'],
  ['Deny with NotAction', [allow('"*"', '"*"'), deny('"sqs:*"', '"*"').replace('Action', 'NotAction')], 'granted 0'],
  ['an effect in the wrong case', ['{ Effect: allow, Action: "sqs:*", Resource: "*" }'], 'unknown 0'],
  [
    'an effect that deployment decides',
    [allow('"sqs:*"', '"*"'), '{ Effect: !Ref E, Action: "sqs:*", Resource: "*" }'],
    'unknown 0 1',
  ],
  ['no action', ['{ Effect: Allow, Resource: "*" }'], 'unknown 0'],
  ['no resource', ['{ Effect: Allow, Action: "sqs:*" }'], 'unknown 0'],
  ['under a condition', [when('C', allow('"sqs:*"', '"*"'))], 'unknown 0'],
  ['under a condition that is given', [when('C', allow('"sqs:*"', '"*"'))], 'granted 0', { given: C }],
  ['under a condition that is given to fail', [unless('C', allow('"sqs:*"', '"*"'))], 'missing', { given: C }],
  ['under opposite conditions', [when('C', allow('"sqs:*"', '"*"')), unless('C', allow('"sqs:*"', QUEUE_TEXT))], 'granted 0 1'],
  ['under two conditions', [when('C', allow('"sqs:*"', '"*"')), when('D', allow('"sqs:*"', '"*"'))], 'unknown 0 1'],
  ['a value under a condition', [allow(`["x:y", ${when('C', '"sqs:*"')}]`, '"*"')], 'unknown 0'],
  ['values under opposite conditions', [allow('!If [C, "sqs:*", "sqs:Receive*"]', '"*"')], 'granted 0'],
  [
    'actions and resources under one condition',
    [allow('!If [C, "sqs:*", "sns:*"]', `!If [C, "*", "arn:aws:s3:::b"]`)],
    'granted 0',
    { given: C },
  ],
  ['a Deny under a condition', [allow('"sqs:*"', '"*"'), when('C', deny('"sqs:*"', '"*"'))], 'unknown 0 1'],
  [
    'a Deny only where the Allow is not',
    [when('C', allow('"sqs:*"', '"*"')), unless('C', deny('"sqs:*"', '"*"'))],
    'granted 0',
    { given: C },
  ],
  ['too many conditions to try', Array.from('abcdef', (name) => when(name, allow('"sqs:*"', '"*"'))), 'unknown 0 1 2 3 4 5'],
  [
    'a condition on the request',
    [allow('"sqs:*"', '"*"', ', Condition: { Bool: { "aws:SecureTransport": "true" } }')],
    'unknown 0',
  ],
];

describe.each(LANGUAGES)('%s', (language) => {
  const named = scenarios.map(([name, statements, expected, request]) => ({ name, statements, expected, request }));
  test.each(named)('$name', ({ statements, expected, request }) => {
    const yaml = `Statement:\n${statements.map((statement) => `  - ${statement}`).join('\n') || '  []'}`;
    expect(verdict(items(yaml, language), { ...receive, ...request })).toBe(expected);
  });
});

const ACCOUNT = ofHole({ kind: 'pseudo', name: 'AWS::AccountId' });
const context: NonNullable<AccessRequest['context']> = new Map<string, SymbolicString | 'absent'>([
  ['aws:sourcearn', sub('arn:${AWS::Partition}:s3:::${Bucket}')],
  ['aws:sourceaccount', ACCOUNT],
  ['aws:securetransport', literal('true')],
  ['lambda:functionurlauthtype', 'absent'],
]);

const conditions: readonly (readonly [condition: string, expected: 'granted' | 'missing' | 'unknown'])[] = [
  ['{}', 'granted'],
  ['{ StringEquals: { "aws:SourceAccount": !Ref "AWS::AccountId" } }', 'granted'],
  ['{ StringEquals: { "AWS:sourceaccount": [x, !Ref "AWS::AccountId"] } }', 'granted'],
  ['{ StringEquals: { "aws:SourceAccount": "not-digits" } }', 'missing'],
  ['{ StringEquals: { "aws:SourceAccount": "123456789012" } }', 'unknown'],
  ['{ StringNotEquals: { "aws:SourceAccount": !Ref "AWS::AccountId" } }', 'missing'],
  ['{ StringEquals: { "aws:SourceAccount": "*" } }', 'unknown'],
  ['{ StringEquals: { "aws:SecureTransport": "tr*" } }', 'unknown'],
  ['{ StringEqualsIgnoreCase: { "aws:SecureTransport": "TRUE" } }', 'granted'],
  ['{ StringLike: { "aws:SecureTransport": "tr*" } }', 'granted'],
  ['{ StringNotLike: { "aws:SecureTransport": "tr*" } }', 'missing'],
  ['{ ArnLike: { "aws:SourceArn": !Sub "arn:${AWS::Partition}:s3:::${Bucket}" } }', 'granted'],
  ['{ ArnEquals: { "aws:SourceArn": !Sub "arn:${AWS::Partition}:s3:::*" } }', 'granted'],
  ['{ ArnLike: { "aws:SourceArn": !Sub "arn:${AWS::Partition}:s3:::${Other}" } }', 'missing'],
  ['{ ArnLike: { "aws:SourceArn": "arn:*" } }', 'unknown'],
  ['{ ArnNotLike: { "aws:SourceArn": !Sub "arn:${AWS::Partition}:sns:*:*:*" } }', 'granted'],
  ['{ Bool: { "aws:SecureTransport": true } }', 'granted'],
  ['{ Bool: { "aws:SecureTransport": "False" } }', 'missing'],
  ['{ Null: { "lambda:FunctionUrlAuthType": true } }', 'granted'],
  ['{ Null: { "lambda:FunctionUrlAuthType": "false" } }', 'missing'],
  ['{ Null: { "aws:SourceArn": "false" } }', 'granted'],
  ['{ Null: { "aws:SourceArn": !Ref P } }', 'unknown'],
  ['{ Null: { "aws:PrincipalOrgID": "false" } }', 'unknown'],
  ['{ StringEquals: { "lambda:FunctionUrlAuthType": NONE } }', 'missing'],
  ['{ StringEqualsIfExists: { "lambda:FunctionUrlAuthType": NONE } }', 'granted'],
  ['{ StringNotEquals: { "lambda:FunctionUrlAuthType": NONE } }', 'granted'],
  ['{ "ForAllValues:StringEquals": { "lambda:FunctionUrlAuthType": NONE } }', 'granted'],
  ['{ "ForAnyValue:StringEquals": { "lambda:FunctionUrlAuthType": NONE } }', 'missing'],
  ['{ "ForAnyValue:StringLike": { "aws:SecureTransport": "t*" } }', 'granted'],
  ['{ StringEquals: { "aws:PrincipalOrgID": o-1 } }', 'unknown'],
  ['{ NumericLessThan: { "lambda:FunctionUrlAuthType": 1 } }', 'missing'],
  ['{ NotIpAddress: { "lambda:FunctionUrlAuthType": "10.0.0.0/8" } }', 'granted'],
  ['{ IpAddress: { "aws:SourceArn": "10.0.0.0/8" } }', 'unknown'],
  ['{ StringEqual: { "lambda:FunctionUrlAuthType": NONE } }', 'unknown'],
  ['{ constructor: { "aws:SourceArn": NONE } }', 'unknown'],
  ['{ StringEquals: { "aws:SourceAccount": [] } }', 'missing'],
  ['{ StringEquals: { "aws:SourceAccount": !Split [",", !Ref P] } }', 'unknown'],
  ['{ Bool: { "aws:SecureTransport": true }, StringEquals: { "aws:SourceAccount": nobody } }', 'missing'],
  ['!Ref Condition', 'unknown'],
  ['!If [C, { Bool: { "aws:SecureTransport": "false" } }, !Ref "AWS::NoValue"]', 'unknown'],
  ['!If [C, { Bool: { "aws:SecureTransport": "true" } }, !Ref "AWS::NoValue"]', 'granted'],
];

describe.each(LANGUAGES)('conditions of the request in %s', (language) => {
  test.each(conditions)('%s: %s', (condition, expected) => {
    const yaml = `Statement: ${allow('"s3:*"', '"*"', `, Condition: ${condition}`)}`;
    expect(decide(items(yaml, language), { action: 's3:GetObject', resource: literal('*'), context }).verdict).toBe(expected);
  });
});

const LAMBDA = { type: 'Service', value: literal('lambda.amazonaws.com') };
const ROLE = { type: 'AWS', value: sub('arn:${AWS::Partition}:iam::${AWS::AccountId}:role/${Role}') };

test.each([
  ['"*"', LAMBDA, 'yes'],
  ['{ AWS: "*" }', LAMBDA, 'yes'],
  ['{ AWS: "*" }', ROLE, 'yes'],
  ['{ Service: lambda.amazonaws.com }', LAMBDA, 'yes'],
  ['{ Service: [ec2.amazonaws.com, lambda.amazonaws.com] }', LAMBDA, 'yes'],
  ['{ Service: !Sub "lambda.${AWS::URLSuffix}" }', LAMBDA, 'yes'],
  ['{ Service: !Join [".", [lambda, !Ref "AWS::URLSuffix"]] }', LAMBDA, 'yes'],
  ['{ Service: lambda.amazonaws.com.cn }', LAMBDA, 'yes'],
  ['{ Service: !If [C, lambda.amazonaws.com, ec2.amazonaws.com] }', LAMBDA, 'unknown'],
  ['{ Service: !Ref P }', LAMBDA, 'unknown'],
  ['{ Service: !Sub "lambda.${AWS::Region}.amazonaws.com" }', LAMBDA, 'unknown'],
  ['{ Service: lambda.eu-west-1.amazonaws.com }', LAMBDA, 'unknown'],
  ['{ Service: edgelambda.amazonaws.com }', LAMBDA, 'no'],
  ['{ Service: ec2.amazonaws.com, AWS: "123456789012" }', LAMBDA, 'no'],
  ['{ Service: [] }', LAMBDA, 'no'],
  ['{ Services: lambda.amazonaws.com }', LAMBDA, 'unknown'],
  ['lambda.amazonaws.com', LAMBDA, 'unknown'],
  ['{ AWS: !Sub "arn:${AWS::Partition}:iam::${AWS::AccountId}:role/${Role}" }', ROLE, 'yes'],
  ['{ AWS: !Sub "arn:${AWS::Partition}:iam::${AWS::AccountId}:root" }', ROLE, 'unknown'],
  ['{ AWS: !Ref "AWS::AccountId" }', ROLE, 'unknown'],
  ['{ AWS: "123456789012" }', ROLE, 'unknown'],
  ['{ AWS: !Sub "arn:${AWS::Partition}:iam::${AWS::AccountId}:role/${Other}" }', ROLE, 'no'],
])('Principal %s matches %o: %s', (principal, requester, answer) => {
  for (const language of LANGUAGES) {
    const clause = items(`Statement: { Effect: Allow, Principal: ${principal} }`, language)[0]?.statement.principals;
    expect(clause && matchesPrincipal(clause, requester)).toBe(answer);
  }
  const negated = items(`Statement: { Effect: Allow, NotPrincipal: ${principal} }`)[0]?.statement.principals;
  const opposite = { yes: 'no', no: 'yes' }[answer] ?? 'unknown';
  expect(negated && matchesPrincipal(negated, requester)).toBe(opposite);
});

test('a trust policy has no resource', () => {
  const trust = items('Statement: { Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: "sts:AssumeRole" }');
  expect(verdict(trust, { action: 'sts:AssumeRole', principal: LAMBDA })).toBe('granted 0');
  expect(verdict(trust, { action: 'sts:AssumeRole', principal: ROLE })).toBe('missing');
});

test('resources are compared in one spelling', () => {
  const statements = items('Statement: { Effect: Allow, Action: "sqs:*", Resource: !GetAtt Queue.Arn }');
  const canonical = (value: SymbolicString) => (value.parts.length === 1 ? QUEUE : value);
  expect(decide(statements, { ...receive, canonical }).verdict).toBe('granted');
  expect(decide(statements, receive).verdict).toBe('unknown');
});

/** A statement whose parts are often about the request and sometimes not, often known and sometimes not. */
const anyStatement = fc
  .record({
    effect: fc.constantFrom('Allow', 'Deny'),
    action: fc.constantFrom('"sqs:*"', '"sqs:ReceiveMessage"', '"sns:*"', '!Ref P'),
    resource: fc.constantFrom('"*"', QUEUE_TEXT, '"arn:aws:s3:::b"', '!Ref P'),
    guard: fc.constantFrom(undefined, 'C', 'D'),
    negated: fc.boolean(),
  })
  .map(({ effect, action, resource, guard, negated }) => {
    const statement = `{ Effect: ${effect}, ${negated ? 'NotAction' : 'Action'}: ${action}, Resource: ${resource} }`;
    return guard === undefined ? statement : when(guard, statement);
  });
const anyPolicy = fc.array(anyStatement, { maxLength: 4 });
const decided = (statements: readonly string[]) => decide(items(`Statement: [${statements.join(', ')}]`), receive).verdict;

test('law: a further Deny never turns denied or missing into granted', () => {
  fc.assert(
    fc.property(anyPolicy, anyStatement, (statements, more) => {
      const further = more.replace('Allow', 'Deny');
      const before = decided(statements);
      const after = decided([...statements, further]);
      if (before === 'denied') expect(after).toBe('denied');
      else if (before !== 'granted') expect(after).not.toBe('granted');
    }),
  );
});

test('law: a further Allow never turns granted into anything less', () => {
  fc.assert(
    fc.property(anyPolicy, anyStatement, (statements, more) => {
      if (decided(statements) === 'granted') expect(decided([...statements, more.replace('Deny', 'Allow')])).toBe('granted');
    }),
  );
});

test('law: hiding a value behind a parameter never makes a missing or denied out of a grant', () => {
  const hidden = fc.constantFrom('"sqs:*"', '"sqs:ReceiveMessage"', '"*"', QUEUE_TEXT);
  fc.assert(
    fc.property(anyPolicy, hidden, (statements, value) => {
      const before = decided(statements);
      const after = decided(statements.map((statement) => statement.replaceAll(value, '!Ref Hidden')));
      if (before === 'granted' || before === 'unknown') expect(after).not.toBe('denied');
      if (before === 'granted') expect(after).not.toBe('missing');
      if (before === 'missing') expect(after).not.toBe('granted');
    }),
  );
});
