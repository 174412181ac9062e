import { expect, test } from 'vitest';
import { inBothLanguages, roleOf, templateOf } from '../needs/fixture.ts';

const template = (role: string, more = '') => `Conditions: { Own: !Equals [a, b] }
Parameters: { Given: { Type: String } }
Resources:
  Role: { Type: AWS::IAM::Role, Properties: { RoleName: worker-role } }
  Other: { Type: AWS::IAM::Role }
  Worker: { Type: AWS::Lambda::Function, Properties: { ${role} } }
${more}`;

test('a role of the template is found by reference, by ARN and by name', () => {
  const spellings = {
    '!GetAtt Role.Arn': 'Role',
    '!Sub "${Other.Arn}"': 'Other',
    '!Ref Other': 'Other',
    '!Sub "arn:${AWS::Partition}:iam::${AWS::AccountId}:role/${Other}"': 'Other',
    '!Join ["", ["arn:aws:iam::", !Ref AWS::AccountId, ":role/", !Ref Role]]': 'Role',
    '"arn:aws:iam::111122223333:role/worker-role"': 'Role',
    '"arn:aws:iam::111122223333:role/some/path/worker-role"': 'Role',
  };
  for (const [spelling, logicalId] of Object.entries(spellings)) {
    for (const [language, parsed] of inBothLanguages(template(`Role: ${spelling}`))) {
      const role = roleOf('Worker', parsed);
      expect([role.origin, role.logicalId, role.resource?.logicalId, role.complete], `${spelling} ${language}`).toEqual([
        'template',
        logicalId,
        logicalId,
        true,
      ]);
    }
  }
});

test('a role from elsewhere is external and may hold anything', () => {
  for (const spelling of [
    '!Ref Given',
    '!ImportValue role',
    '"arn:aws:iam::111122223333:role/another"',
    '!GetAtt Nested.Outputs.Role',
  ]) {
    const role = roleOf('Worker', templateOf(template(`Role: ${spelling}`)));
    expect([role.origin, role.logicalId, role.complete], spelling).toEqual(['external', undefined, false]);
  }
});

test('a function without a role yet has none, and nothing is missing', () => {
  const role = roleOf('Worker', templateOf(template('Handler: index.handler')));
  expect([role.origin, role.complete]).toEqual(['none', false]);
});

test('a condition that chooses between roles gives what both hold, each under its condition', () => {
  const parsed = templateOf(`Conditions: { Own: !Equals [a, b] }
Resources:
  One: { Type: AWS::IAM::Role, Properties: { Policies: [{ PolicyName: one, PolicyDocument: { Statement: { Effect: Allow, Action: "a:B", Resource: "*" } } }] } }
  Two: { Type: AWS::IAM::Role, Properties: { Policies: [{ PolicyName: two, PolicyDocument: { Statement: { Effect: Allow, Action: "a:C", Resource: "*" } } }] } }
  Worker: { Type: AWS::Lambda::Function, Properties: { Role: !If [Own, !GetAtt One.Arn, !GetAtt Two.Arn] } }
`);
  expect(roleOf('Worker', parsed).grants.map(({ label, guard }) => [label, guard])).toEqual([
    ['one', [{ condition: 'Own', holds: true }]],
    ['two', [{ condition: 'Own', holds: false }]],
  ]);
});

const sam = (properties: string, more = '') => `Transform: AWS::Serverless-2016-10-31
Conditions: { Own: !Equals [a, b] }
Parameters: { Given: { Type: String } }
Resources:
  Worker: { Type: AWS::Serverless::Function, Properties: { ${properties} } }
${more}`;

test('SAM makes the role of a function that names none', () => {
  for (const properties of ['Handler: index.handler', 'Role: !Ref AWS::NoValue', 'Role: null']) {
    const role = roleOf('Worker', templateOf(sam(properties)));
    expect([role.origin, role.logicalId, role.managedPolicies, role.complete], properties).toEqual([
      'sam',
      'WorkerRole',
      ['AWSLambdaBasicExecutionRole'],
      true,
    ]);
  }
});

test('SAM makes the role only where the condition leaves it out', () => {
  const role = roleOf('Worker', templateOf(sam('Role: !If [Own, !Ref Given, !Ref AWS::NoValue]')));
  expect([role.origin, role.logicalId, role.complete]).toEqual(['sam', 'WorkerRole', false]);
  expect(role.grants.map(({ guard }) => guard)).toEqual([[{ condition: 'Own', holds: false }]]);
});

test('another function may use the role that SAM makes', () => {
  const other = '  Other: { Type: AWS::Serverless::Function, Properties: { Role: !GetAtt WorkerRole.Arn } }\n';
  const role = roleOf('Other', templateOf(sam('Tracing: Active', other)));
  expect([role.origin, role.logicalId, role.managedPolicies]).toEqual([
    'sam',
    'WorkerRole',
    ['AWSLambdaBasicExecutionRole', 'AWSXrayWriteOnlyAccess'],
  ]);
});

test('with a role of its own a SAM function gets nothing from SAM', () => {
  const role = roleOf(
    'Worker',
    templateOf(
      sam('Role: !GetAtt Own.Arn, Tracing: Active, Policies: [AmazonS3FullAccess]', '  Own: { Type: AWS::IAM::Role }\n'),
    ),
  );
  expect([role.origin, role.managedPolicies, role.grants]).toEqual(['template', [], []]);
});

test('what cannot be seen leaves the role incomplete', () => {
  const own = (properties: string, header = '') =>
    templateOf(`${header}Parameters: { Given: { Type: String } }
Resources:
  Role: { Type: AWS::IAM::Role, Properties: { ${properties} } }
  Worker: { Type: AWS::Lambda::Function, Properties: { Role: !GetAtt Role.Arn } }
`);
  const isComplete = (properties: string, header?: string) => roleOf('Worker', own(properties, header)).complete;
  expect(isComplete('ManagedPolicyArns: []')).toBe(true);
  expect(isComplete('ManagedPolicyArns: [!Ref Given]')).toBe(false);
  expect(isComplete('ManagedPolicyArns: [!ImportValue policy]')).toBe(false);
  expect(isComplete('ManagedPolicyArns: ["arn:aws:iam::111122223333:policy/mine"]')).toBe(false);
  expect(isComplete('ManagedPolicyArns: ["arn:aws:iam::aws:policy/AmazonBraketFullAccess"]')).toBe(false);
  expect(isComplete('ManagedPolicyArns: !Ref Given')).toBe(false);
  expect(isComplete('Policies: !FindInMap [a, b, c]')).toBe(false);
  expect(isComplete('Policies: [{ PolicyName: a, PolicyDocument: !Ref Given }]')).toBe(false);
  expect(isComplete('Policies: [{ PolicyName: a }]')).toBe(false);
  expect(isComplete('Fn::Transform: { Name: AWS::Include }')).toBe(false);
  expect(isComplete('Path: /', 'Transform: MyMacro\n')).toBe(false);
});
