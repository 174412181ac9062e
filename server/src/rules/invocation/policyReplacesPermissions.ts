import type { Analysis } from '../../analysis/index.ts';
import { consequencesOf, guardOf, type Template } from '../../cloudformation/index.ts';
import type { InvokePermission } from '../../lambda/index.ts';
import { contradicts } from '../../symbolic/index.ts';
import { defineRule } from '../rule.ts';
import { isSameFunction, type ResourcePolicy, resourcePoliciesOf } from '../support/resourcePolicies.ts';
import { WORKER } from '../support/samples.ts';

interface Found {
  readonly policy: ResourcePolicy;
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

  scope: 'document',

  *find({ template, permissions }: Analysis) {
    if (!template) return;
    for (const policy of resourcePoliciesOf(template)) {
      const replaced = permissions.permissions.filter((permission) => isReplaced(permission, policy, template));
      if (replaced.length > 0) yield { policy, permissions: replaced };
    }
  },

  diagnose: ({ policy: { resource, node, aim }, permissions }) => ({
    span: node.outerSpan,
    message:
      `${resource.logicalId} replaces the whole resource-based policy of ${aim.logicalId}: ${listed(permissions)} may be lost, and whom it lets ` +
      'in is refused. Write all of it into one PolicyDocument, or everything as AWS::Lambda::Permission.',
    subject: { policy: resource.logicalId, ...(aim.logicalId === undefined ? {} : { function: aim.logicalId }) },
    related: permissions
      .filter(({ origin }) => origin === 'template')
      .map(({ resource }) => ({ span: resource.nameSpan, message: 'This permission may be lost.' })),
  }),
});

function isReplaced({ target, guard }: InvokePermission, { aim, resource }: ResourcePolicy, template: Template): boolean {
  if (!isSameFunction(target, aim)) return false;
  return !contradicts(consequencesOf(guard, template), consequencesOf(guardOf(resource), template));
}

function listed([first, ...others]: readonly InvokePermission[]): string {
  return `${first?.logicalId}${others.length > 0 ? ` and ${others.length} more` : ''}`;
}
