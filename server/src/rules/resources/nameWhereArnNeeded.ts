import type { Analysis } from '../../analysis/index.ts';
import { draftOf } from '../../cloudformation/index.ts';
import { display } from '../../symbolic/index.ts';
import { replaceText, replaceValue } from '../../syntax/write/index.ts';
import type { Fix } from '../rule.ts';
import { defineRule } from '../rule.ts';
import { arnAttribute, type NamePlace, namePlacesOf } from '../support/references.ts';
import { QUEUE, rolePolicy } from '../support/samples.ts';
import { writtenIn } from '../support/texts.ts';

/** A name or URL where an ARN is needed. */
export const nameWhereArnNeeded = defineRule<NamePlace>({
  id: 'name-where-arn-needed',
  severity: 'error',
  outcome: 'access-denied',
  docs: {
    summary: 'Ref gives a name or a URL where an ARN is needed.',
    why:
      'What Ref returns differs from type to type: for a table, a bucket, a function or a role it is the name, for a ' +
      'queue the URL. Where an ARN is wanted, that name matches nothing, or the deployment fails.',
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html',
    aka: ['E3050', 'E3510'],
    bad: [
      rolePolicy(
        QUEUE,
        `
        - Effect: Allow
          Action: sqs:SendMessage
          Resource: !Ref Orders
                  # ^^^^^^^^^^^ Ref of Orders gives
        `,
      ),
    ],
    good: [
      rolePolicy(
        `
        Orders:
          Type: AWS::SQS::Queue
        Alarms:
          Type: AWS::SNS::Topic
        `,
        `
        - Effect: Allow
          Action: sqs:SendMessage
          Resource: !GetAtt Orders.Arn
        - Effect: Allow
          Action: sns:Publish
          Resource: !Ref Alarms
        `,
      ),
    ],
  },

  scope: 'resource',

  find: (analysis) => namePlacesOf(analysis),

  diagnose: ({ node, resource, gives, need, subject }, { knowledge: { cloudFormation } }) => {
    const right = arnAttribute(resource, cloudFormation);
    return {
      span: node.outerSpan,
      message:
        `Ref of ${resource.logicalId} gives its ${gives}, and ${need}. ` +
        (right
          ? `Use ${display(right).slice(2, -1)} with Fn::GetAtt, or \${${display(right).slice(2, -1)}} in Fn::Sub.`
          : 'Write its ARN with Fn::Sub.'),
      subject,
    };
  },

  fix: takeArn,
});

function takeArn({ node, resource, isWhole }: NamePlace, { tree, knowledge }: Analysis): readonly Fix[] {
  const right = arnAttribute(resource, knowledge.cloudFormation);
  const draft = right && draftOf(right);
  if (!right || draft === undefined) return [];
  const title = `Use the ARN of ${resource.logicalId}`;
  if (isWhole) return [{ title, preferred: true, edits: [replaceValue(tree, node, draft)] }];
  const written = `\${${resource.logicalId}}`;
  const scalar = writtenIn(node);
  const at = scalar?.text.indexOf(written) ?? -1;
  if (!scalar || at < 0) return [];
  return [{ title, preferred: true, edits: [replaceText(scalar, at, at + written.length, display(right))] }];
}
