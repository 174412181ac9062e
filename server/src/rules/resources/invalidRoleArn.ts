import { textSpan } from '../../analysis/index.ts';
import { evaluate, propertyAt } from '../../cloudformation/index.ts';
import { FUNCTION_TYPES } from '../../lambda/index.ts';
import { knownText } from '../../symbolic/index.ts';
import type { SyntaxNode } from '../../syntax/index.ts';
import { defineRule } from '../rule.ts';

/** A role’s ARN that cannot be one. */
export const invalidRoleArn = defineRule<{ readonly node: SyntaxNode; readonly text: string; readonly id: string }>({
  id: 'invalid-role-arn',
  severity: 'error',
  outcome: 'deploy-fails',
  docs: {
    summary: 'The role of a function is not the ARN of a role.',
    why:
      'Lambda takes the execution role by its ARN, arn:aws:iam::123456789012:role/name. With anything else the ' +
      'deployment fails.',
    url: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html',
    aka: ['E3511', 'E1156'],
    bad: [
      `Resources:
  Worker:
    Type: AWS::Lambda::Function
    Properties:
      Role: arn:aws:iam::1:rol/worker
          # ^^^^^^^^^^^^^^^^^^^^^^^^^ arn:aws:iam::1:rol/worker is not the ARN
      Runtime: nodejs22.x
      Handler: index.handler
      Code:
        ZipFile: exports.handler = async () => {};
`,
    ],
    good: [
      `Resources:
  Worker:
    Type: AWS::Lambda::Function
    Properties:
      Role: arn:aws:iam::123456789012:role/worker
      Runtime: nodejs22.x
      Handler: index.handler
      Code:
        ZipFile: exports.handler = async () => {};
`,
    ],
  },

  scope: 'resource',
  types: FUNCTION_TYPES,

  find: ({ template, resources }) => {
    return resources.flatMap((resource) => {
      const node = template && propertyAt(template, resource, 'Role');
      const text = node && knownText(evaluate(node, { template }));
      return node && text && !ROLE.test(text) && !/\{\{|\$\{|<|>/.test(text) ? [{ node, text, id: resource.logicalId }] : [];
    });
  },

  diagnose: ({ node, text, id }) => ({
    span: textSpan(node, text),
    message: `${text} is not the ARN of a role, so ${id} cannot be deployed. Write arn:aws:iam::123456789012:role/name, or refer to the role with Fn::GetAtt.`,
    subject: { function: id },
  }),
});

const ROLE = /^arn:aws[a-z-]*:iam::\d{12}:role\/.+$/;
