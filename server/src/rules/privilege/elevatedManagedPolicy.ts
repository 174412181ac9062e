import { textSpan } from '../../analysis/index.ts';
import type { Resource, Template } from '../../cloudformation/index.ts';
import { evaluate, propertyNodes } from '../../cloudformation/index.ts';
import { display } from '../../symbolic/index.ts';
import { itemsOf, type SyntaxNode } from '../../syntax/index.ts';
import { defineRule } from '../rule.ts';

/** Where each type of resource has its managed policies. */
const PROPERTIES: ReadonlyMap<string, string> = new Map([
  ['AWS::IAM::Role', 'ManagedPolicyArns'],
  ['AWS::IAM::User', 'ManagedPolicyArns'],
  ['AWS::IAM::Group', 'ManagedPolicyArns'],
  ['AWS::Serverless::Function', 'Policies'],
  ['AWS::Serverless::StateMachine', 'Policies'],
]);

/** A managed policy that grants nearly everything. */
export const elevatedManagedPolicy = defineRule<{
  readonly resource: Resource;
  readonly node: SyntaxNode;
  readonly text: string;
  readonly name: string;
}>({
  id: 'elevated-managed-policy',
  severity: 'warning',
  outcome: 'too-open',
  docs: {
    summary: 'A role has a managed policy that grants nearly everything.',
    why:
      'AdministratorAccess and its like are made for people who run an account. A function with one of them hands it to ' +
      'whoever finds a hole in it.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
    aka: ['IAM_ROLE_ADMINISTRATOR_ACCESS_POLICY_RULE', 'IAM_ROLE_ELEVATED_MANAGED_POLICY_RULE'],
    bad: [
      `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      ManagedPolicyArns:
        - arn:aws:iam::aws:policy/AdministratorAccess
        # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AdministratorAccess lets Role do
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: {Service: lambda.amazonaws.com}
            Action: sts:AssumeRole
`,
    ],
    good: [
      `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      ManagedPolicyArns:
        - arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: {Service: lambda.amazonaws.com}
            Action: sts:AssumeRole
`,
    ],
  },

  scope: 'resource',
  types: PROPERTIES,

  find: ({ template, resources }) => (template ? resources.flatMap((resource) => elevatedIn(resource, template)) : []),

  diagnose: ({ resource, node, text, name }) => ({
    span: textSpan(node, text),
    message: `${name} lets ${resource.logicalId} do ${POLICIES[name]}. Give it a policy with the actions that it needs.`,
    subject: { role: resource.logicalId, policy: name },
  }),
});

/** Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_job-functions.html */
const POLICIES: Readonly<Record<string, string>> = {
  AdministratorAccess: 'everything in the account',
  PowerUserAccess: 'everything but manage users and roles',
  IAMFullAccess: 'everything with users, roles and policies, and so in the end everything',
};

interface Attached {
  readonly resource: Resource;
  readonly node: SyntaxNode;
  readonly text: string;
  readonly name: string;
}

function elevatedIn(resource: Resource, template: Template): readonly Attached[] {
  const property = PROPERTIES.get(resource.type);
  const lists = property === undefined ? [] : propertyNodes(template, resource, property);
  return lists.flatMap(itemsOf).flatMap((node) => {
    const text = display(evaluate(node, { template }));
    const [, path, bare] = /^arn:.*:iam::aws:policy\/(.+)$|^(\w+)$/.exec(text) ?? [];
    const name = path ?? (resource.type.startsWith('AWS::Serverless::') ? bare : undefined);
    return name !== undefined && Object.hasOwn(POLICIES, name) ? [{ resource, node, text, name }] : [];
  });
}
