import type { Analysis } from '../../analysis/index.ts';
import { consequencesOf, evaluate, guardOf, propertyAt, type Resource, type Template } from '../../cloudformation/index.ts';
import { type FunctionReference, functionReference, type InvokePermission } from '../../lambda/index.ts';
import { contradicts, display } from '../../symbolic/index.ts';
import type { SyntaxNode } from '../../syntax/index.ts';
import { defineRule } from '../rule.ts';
import { WORKER } from '../support/samples.ts';

interface Found {
  readonly policy: Resource;
  readonly node: SyntaxNode;
  readonly functionId: string;
  readonly permissions: readonly InvokePermission[];
}

const POLICY = `  WorkerPolicy:
    Type: AWS::Lambda::ResourcePolicy
    Properties:
      ResourceArn: !GetAtt Worker.Arn
`;
const DOCUMENT = `      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { AWS: "123456789012" }
            Action: lambda:InvokeFunction
            Resource: !GetAtt Worker.Arn
`;
const PERMISSION = `  FromRule:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !GetAtt Worker.Arn
      Action: lambda:InvokeFunction
      Principal: events.amazonaws.com
      SourceAccount: !Ref AWS::AccountId
`;

/** A whole resource-based policy of a function, and single permissions that it wipes out. */
export const policyReplacesPermissions = defineRule<Found>({
  id: 'policy-replaces-permissions',
  severity: 'warning',
  outcome: 'trigger-silent',
  docs: {
    summary: 'An AWS::Lambda::ResourcePolicy replaces the permissions of the same function.',
    why:
      'A function, alias or version has one resource-based policy. AWS::Lambda::ResourcePolicy sets all of it, and what AWS::Lambda::Permission, or ' +
      'SAM for an event, has added before is lost. Which of them is deployed last is left to chance.',
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-resourcepolicy.html',
    aka: [],
    bad: [`${WORKER}${PERMISSION}${POLICY}      #            ^^^^^^^^^^^^^^^^^^ WorkerPolicy replaces\n${DOCUMENT}`],
    good: [`${WORKER}${POLICY}${DOCUMENT}`, `${WORKER}${PERMISSION}`],
  },

  *find({ template, permissions: { permissions } }: Analysis) {
    if (!template) return;
    for (const policy of template.resources.values()) {
      const node = policy.type === 'AWS::Lambda::ResourcePolicy' ? propertyAt(template, policy, 'ResourceArn') : undefined;
      if (!node) continue;
      const aim = functionReference(evaluate(node, { template }), template);
      const replaced = permissions.filter((permission) => isReplaced(permission, aim, policy, template));
      if (aim.logicalId !== undefined && replaced.length > 0)
        yield { policy, node, functionId: aim.logicalId, permissions: replaced };
    }
  },

  diagnose: ({ policy, node, functionId, permissions }) => ({
    span: node.outerSpan,
    message:
      `${policy.logicalId} replaces the whole resource-based policy of ${functionId}: ${listed(permissions)} may be lost, and whom it lets in is ` +
      'refused. Write all of it into one PolicyDocument, or everything as AWS::Lambda::Permission.',
    subject: { function: functionId, policy: policy.logicalId },
    related: permissions
      .filter(({ origin }) => origin === 'template')
      .map(({ resource }) => ({ span: resource.nameSpan, message: 'This permission may be lost.' })),
  }),
});

function isReplaced({ target, guard }: InvokePermission, aim: FunctionReference, policy: Resource, template: Template): boolean {
  if (target.logicalId === undefined || target.logicalId !== aim.logicalId) return false;
  const [own, other] = [target.qualifier, aim.qualifier].map((qualifier) => (qualifier ? display(qualifier) : ''));
  return own === other && !contradicts(consequencesOf(guard, template), consequencesOf(guardOf(policy), template));
}

function listed([first, ...others]: readonly InvokePermission[]): string {
  return `${first?.logicalId}${others.length > 0 ? ` and ${others.length} more` : ''}`;
}
