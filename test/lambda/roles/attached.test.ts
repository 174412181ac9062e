import { expect, test } from 'vitest';
import { grantsOfRole } from '../../../server/src/lambda/roles/index.ts';
import { inBothLanguages, knowledge, roleOf, templateOf } from '../needs/fixture.ts';

const document = (action: string) => `PolicyDocument: { Statement: { Effect: Allow, Action: "${action}", Resource: "*" } }`;

const yaml = (resources: string, role = '') => `Conditions: { Own: !Equals [a, b] }
Parameters: { Given: { Type: String } }
Resources:
  Role: { Type: AWS::IAM::Role, Properties: { ${role} } }
  Worker: { Type: AWS::Lambda::Function, Properties: { Role: !GetAtt Role.Arn } }
${resources}`;

const labels = (text: string) =>
  inBothLanguages(text).map(([, template]) => {
    const { grants, complete } = roleOf('Worker', template);
    return [grants.map(({ label, source }) => `${label} (${source})`), complete];
  });

const both = (outcome: unknown) => [outcome, outcome];

test('inline policies, policy resources and managed policies of the template count', () => {
  const resources = `  Inline: { Type: AWS::IAM::Policy, Properties: { PolicyName: inline, Roles: [!Ref Role], ${document('a:B')} } }
  Alone: { Type: AWS::IAM::RolePolicy, Properties: { PolicyName: alone, RoleName: !Ref Role, ${document('a:B')} } }
  Managed: { Type: AWS::IAM::ManagedPolicy, Properties: { Roles: [!Ref Role], ${document('a:B')} } }
  Referred: { Type: AWS::IAM::ManagedPolicy, Properties: { ManagedPolicyName: shared, ${document('a:B')} } }
  Other: { Type: AWS::IAM::Policy, Properties: { Roles: [another], ${document('a:B')} } }
  Given: { Type: AWS::IAM::Policy, Properties: { Roles: [!Ref Given], ${document('a:B')} } }
`;
  const role = `Policies: [{ PolicyName: own, ${document('a:B')} }], ManagedPolicyArns: [!Ref Referred, "arn:aws:iam::aws:policy/AmazonSQSFullAccess"]`;
  expect(labels(yaml(resources, role))).toEqual(
    both([
      [
        'own (inline-policy)',
        'Referred (inline-policy)',
        'AmazonSQSFullAccess (managed-policy)',
        'Inline (inline-policy)',
        'Alone (inline-policy)',
        'Managed (inline-policy)',
      ],
      true,
    ]),
  );
});

test('a policy is attached by the name that the template gives the role', () => {
  const resources = `  Inline: { Type: AWS::IAM::Policy, Properties: { Roles: [worker-role], ${document('a:B')} } }\n`;
  expect(labels(yaml(resources, 'RoleName: worker-role'))).toEqual(both([['Inline (inline-policy)'], true]));
  expect(labels(yaml(resources, 'RoleName: another-role'))).toEqual(both([[], true]));
});

test('a managed policy of the template is found by its name in an ARN', () => {
  const resources = `  Shared: { Type: AWS::IAM::ManagedPolicy, Properties: { ManagedPolicyName: shared, ${document('a:B')} } }\n`;
  const role = 'ManagedPolicyArns: [!Sub "arn:aws:iam::${AWS::AccountId}:policy/shared"]';
  expect(labels(yaml(resources, role))).toEqual(both([['Shared (inline-policy)'], true]));
});

test('a computed name that refers to the role may attach to it', () => {
  const name = '!Select [1, !Split ["/", !GetAtt Role.Arn]]';
  const resources = `  Inline: { Type: AWS::IAM::Policy, Properties: { Roles: [${name}], ${document('a:B')} } }\n`;
  expect(labels(yaml(resources))).toEqual(both([[], false]));
});

test('conditions on the policy, on the attachment and in the list are kept', () => {
  const template = templateOf(
    yaml(
      `  Inline: { Type: AWS::IAM::Policy, Condition: Own, Properties: { Roles: [!Ref Role], ${document('a:B')} } }\n`,
      'ManagedPolicyArns: [!If [Own, "arn:aws:iam::aws:policy/AmazonSQSFullAccess", !Ref AWS::NoValue]]',
    ),
  );
  const guard = [{ condition: 'Own', holds: true }];
  expect(roleOf('Worker', template).grants.map((grant) => [grant.label, grant.guard])).toEqual([
    ['AmazonSQSFullAccess', guard],
    ['Inline', guard],
  ]);
});

test('AWS’s policies are known in every partition, by ARN only', () => {
  const role = roleOf(
    'Worker',
    templateOf(
      yaml('', 'ManagedPolicyArns: [!Sub "arn:${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"]'),
    ),
  );
  expect([role.managedPolicies, role.grants.length, role.complete]).toEqual([['AWSLambdaBasicExecutionRole'], 1, true]);
});

test('any role of the template can be asked for', () => {
  const template = templateOf(`Resources:
  Caller: { Type: AWS::IAM::Role, Properties: { Policies: [{ PolicyName: invoke, ${document('lambda:InvokeFunction')} }] } }
`);
  const role = template.resources.get('Caller');
  const contents = role && grantsOfRole(role, template, knowledge);
  expect(contents?.grants.map(({ label }) => label)).toEqual(['invoke']);
  expect(contents?.complete).toBe(true);
});
