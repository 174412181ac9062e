import { describe, expect, test } from 'vitest';
import { isPolicyDocument, type PolicyDocument, readPolicyDocument, type Statement } from '../../server/src/iam/index.ts';
import { display, type Guard, literalReader } from '../../server/src/symbolic/index.ts';
import { parse, sourceText } from '../../server/src/syntax/index.ts';
import { LANGUAGES, policy, treeOf } from './support.ts';

const guardText = (guard: Guard): string => guard.map(({ condition, holds }) => `${holds ? '' : '!'}${condition}`).join('&');

const valueText = ({ value, guard }: { value: Parameters<typeof display>[0]; guard: Guard }): string =>
  `${display(value)}${guard.length > 0 ? ` if ${guardText(guard)}` : ''}`;

/** One statement in one line per element. */
function summary(statement: Statement): Record<string, unknown> {
  const clause = (one: Statement['actions']) =>
    one && [...(one.negated ? ['not'] : []), ...one.values.map(valueText), ...(one.complete ? [] : ['…'])];
  const { principals } = statement;
  return {
    ...(statement.sid && { sid: display(statement.sid) }),
    effect: statement.effect,
    ...(statement.guard.length > 0 && { guard: guardText(statement.guard) }),
    ...(principals && {
      principals: [
        ...(principals.negated ? ['not'] : []),
        ...principals.principals.map((one) => `${one.type} ${valueText(one)}`),
        ...(principals.complete ? [] : ['…']),
      ],
    }),
    ...(statement.actions && { actions: clause(statement.actions) }),
    ...(statement.resources && { resources: clause(statement.resources) }),
    ...(statement.conditions.length > 0 && {
      conditions: statement.conditions.map(
        (one) =>
          `${one.operator} ${one.key} ${one.values.map(valueText).join(' ')}${one.complete ? '' : ' …'}${one.guard.length > 0 ? ` if ${guardText(one.guard)}` : ''}`,
      ),
    }),
    ...(!statement.conditionsComplete && { conditionsComplete: false }),
  };
}

const read = (document: PolicyDocument) => ({
  complete: document.complete,
  statements: document.statements.map(summary),
});

const cases: readonly { readonly name: string; readonly yaml: string; readonly expected: ReturnType<typeof read> }[] = [
  {
    name: 'a single statement with single values',
    yaml: 'Statement: { Sid: One, Effect: Allow, Action: "s3:GetObject", Resource: "*" }',
    expected: { complete: true, statements: [{ sid: 'One', effect: 'Allow', actions: ['s3:GetObject'], resources: ['*'] }] },
  },
  {
    name: 'lists and Not-forms',
    yaml: `
Version: 2012-10-17
Id: Mine
Statement:
  - Effect: Deny
    NotAction: ["iam:*", "sts:*"]
    NotResource: [a, b]
    NotPrincipal: { AWS: "1" }`,
    expected: {
      complete: true,
      statements: [
        { effect: 'Deny', principals: ['not', 'AWS 1'], actions: ['not', 'iam:*', 'sts:*'], resources: ['not', 'a', 'b'] },
      ],
    },
  },
  {
    name: 'conditions of the template at every level',
    yaml: `
Statement: !If
  - C
  - - !If [D, { Effect: Allow, Action: a }, !Ref "AWS::NoValue"]
    - Effect: !If [D, Allow, Deny]
      Action: [x, !If [D, y, !Ref "AWS::NoValue"], !If [E, [p, q], r]]
      Resource: !If [E, one, !Ref "AWS::NoValue"]
  - { Effect: !If [D, Allow, Allow], Action: !Ref "AWS::NoValue", Resource: b }`,
    expected: {
      complete: true,
      statements: [
        { effect: 'Allow', guard: 'C&D', actions: ['a'] },
        {
          effect: 'unknown',
          guard: 'C',
          actions: ['x', 'y if D', 'p if E', 'q if E', 'r if !E'],
          resources: ['one if E'],
        },
        { effect: 'Allow', guard: '!C', resources: ['b'] },
      ],
    },
  },
  {
    name: 'branches that can never be are left out',
    yaml: 'Statement: !If [C, !If [C, { Effect: Allow, Action: a }, { Effect: Deny, Action: b }], !Ref "AWS::NoValue"]',
    expected: { complete: true, statements: [{ effect: 'Allow', guard: 'C', actions: ['a'] }] },
  },
  {
    name: 'expressions: single where a name or an ARN, perhaps several where only deployment knows',
    yaml: `
Statement:
  - Effect: Allow
    Action: !Split [",", !Ref P]
    Resource: !GetAtt Queue.Arn
  - Effect: Allow
    Action: !Sub "\${P}:Get*"
    Resource: [!ImportValue X, !Sub "arn:\${AWS::Partition}:s3:::b"]`,
    expected: {
      complete: true,
      statements: [
        { effect: 'Allow', actions: [expect.stringContaining('Split'), '…'], resources: ['${Queue.Arn}'] },
        {
          effect: 'Allow',
          actions: ['${P}:Get*'],
          resources: [expect.stringContaining('ImportValue'), 'arn:${AWS::Partition}:s3:::b'],
        },
      ],
    },
  },
  {
    name: 'principals',
    yaml: `
Statement:
  - { Effect: Allow, Principal: "*" }
  - { Effect: Allow, Principal: { Service: [a, !If [C, b, c]], AWS: !Sub "\${AWS::AccountId}" } }
  - { Effect: Allow, Principal: lambda.amazonaws.com }
  - { Effect: Allow, Principal: { Services: lambda.amazonaws.com } }
  - { Effect: Allow, Principal: !If [C, "*", { AWS: x }] }
  - { Effect: Allow, Principal: !FindInMap [A, B, C] }`,
    expected: {
      complete: true,
      statements: [
        { effect: 'Allow', principals: ['* *'] },
        { effect: 'Allow', principals: ['Service a', 'Service b if C', 'Service c if !C', 'AWS ${AWS::AccountId}'] },
        { effect: 'Allow', principals: [' lambda.amazonaws.com', '…'] },
        { effect: 'Allow', principals: ['Services lambda.amazonaws.com', '…'] },
        { effect: 'Allow', principals: ['* * if C', 'AWS x if !C'] },
        { effect: 'Allow', principals: ['…'] },
      ],
    },
  },
  {
    name: 'conditions of the statement',
    yaml: `
Statement:
  - Effect: Allow
    Condition:
      StringEquals: { "aws:SourceAccount": !Ref "AWS::AccountId", "s3:prefix": [a, b] }
      Bool: { "aws:SecureTransport": false }
  - Effect: Allow
    Condition: !If [C, { Bool: { a: "true" } }, !Ref "AWS::NoValue"]
  - Effect: Allow
    Condition: { StringLike: !If [C, { a: x }, { b: y }], Bool: !Ref X }
  - Effect: Allow
    Condition: { "Fn::Transform": { Name: X } }`,
    expected: {
      complete: true,
      statements: [
        {
          effect: 'Allow',
          conditions: [
            'StringEquals aws:SourceAccount ${AWS::AccountId}',
            'StringEquals s3:prefix a b',
            'Bool aws:SecureTransport false',
          ],
        },
        { effect: 'Allow', conditions: ['Bool a true if C'] },
        { effect: 'Allow', conditions: ['StringLike a x if C', 'StringLike b y if !C'], conditionsComplete: false },
        { effect: 'Allow', conditionsComplete: false },
      ],
    },
  },
  {
    name: 'half-typed and misspelt',
    yaml: `
Statement:
  - Effect: allow
    Action:
    Resource: ["a", ]
  - Effect: Allow
    Actions: "s3:*"
    resource: "*"
  - Effect: Allow
    Action: [a, { b: c }, ]
    NotAction: d
  - just text`,
    expected: {
      complete: false,
      statements: [
        { effect: 'unknown', actions: ['…'], resources: ['a'] },
        { effect: 'Allow', conditionsComplete: false },
        { effect: 'Allow', actions: ['a', '…'] },
      ],
    },
  },
  { name: 'no statement at all', yaml: 'Version: "2012-10-17"', expected: { complete: false, statements: [] } },
  { name: 'an empty list', yaml: 'Statement: []', expected: { complete: true, statements: [] } },
  {
    name: 'other letter case',
    yaml: 'statement: [{ Effect: Allow }]',
    expected: { complete: false, statements: [] },
  },
  { name: 'statements from elsewhere', yaml: 'Statement: !Ref P', expected: { complete: false, statements: [] } },
  {
    name: 'a macro in the list',
    yaml: 'Statement: [{ "Fn::Transform": { Name: X } }, { Effect: Allow }]',
    expected: { complete: false, statements: [{ effect: 'Allow' }] },
  },
];

describe.each(LANGUAGES)('%s', (language) => {
  test.each(cases)('$name', ({ yaml, expected }) => {
    const document = policy(yaml, language);
    // A key without a value is only there in YAML; JSON has `null`, which reads the same.
    expect(read(document)).toEqual(expected);
  });
});

test('a plain policy file has no expressions: a mapping in the place of a string is not one', () => {
  const { root } = parse(sourceText('p.json', '{"Statement":{"Effect":"Allow","Action":{"Ref":"P"}}}', 1)).value;
  if (root?.kind !== 'mapping') throw new Error('no mapping');
  expect(read(readPolicyDocument(root, literalReader))).toEqual({
    complete: true,
    statements: [{ effect: 'Allow', actions: ['…'] }],
  });
});

test.each([
  ['{ Statement: [{ Effect: Allow }] }', true],
  ['{ Statement: { NotAction: x } }', true],
  ['{ Version: 2012-10-17, Statement: [] }', true],
  ['{ Version: "2012-10-17" }', false],
  ['{ Statement: [{ Date: 2024-01-01, Amount: 3 }] }', false],
  ['{ Statement: [{ Condition: good }] }', false],
  ['{ Statement: "paid" }', false],
  ['[{ Statement: [{ Effect: Allow }] }]', false],
  ['text', false],
])('%s is a policy: %s', (yaml, answer) => {
  for (const language of LANGUAGES) expect(isPolicyDocument(treeOf(yaml, language).root)).toBe(answer);
});

test('any prefix of a policy can be read', () => {
  const text = JSON.stringify({ Statement: [{ Effect: 'Allow', Principal: { AWS: ['*'] }, Condition: { Bool: { a: ['b'] } } }] });
  for (let end = 0; end <= text.length; end++) {
    const { root } = parse(sourceText('p.json', text.slice(0, end), 1, 'json')).value;
    if (root?.kind === 'mapping') expect(readPolicyDocument(root, literalReader).node).toBe(root);
  }
});
