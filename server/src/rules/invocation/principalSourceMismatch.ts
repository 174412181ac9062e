import { canonical, type Template } from '../../cloudformation/index.ts';
import type { InvokePermission } from '../../lambda/index.ts';
import { arnFields, display, knownText } from '../../symbolic/index.ts';
import { setEntry } from '../../syntax/write/index.ts';
import { defineRule } from '../rule.ts';
import { propertySpan, servicePrincipal, writtenPermissions } from '../support/permissions.ts';
import { isMendedForTrigger } from '../support/refusals.ts';
import { WORKER } from '../support/samples.ts';
import { presentedService, presentingPrincipal } from '../support/sourceServices.ts';

interface Found {
  readonly permission: InvokePermission;
  readonly principal: string;
  /** The principal that presents source ARNs like this one. */
  readonly right: string;
}

/** The principal of a permission is not the service whose resource the source ARN names. */
export const principalSourceMismatch = defineRule<Found>({
  id: 'principal-source-mismatch',
  severity: 'error',
  outcome: 'trigger-silent',
  docs: {
    summary: 'The principal of a permission does not own its source ARN.',
    why:
      'A permission counts when the service calls on behalf of the resource that SourceArn names. Amazon SNS never calls for an EventBridge ' +
      'rule: with the one as principal and the other as source the permission lets nobody in.',
    url: 'https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-services.html',
    aka: ['W3664'],
    bad: [
      `${WORKER}  FromTopic:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !Ref Worker
      Action: lambda:InvokeFunction
      Principal: sns.amazonaws.com
      #          ^^^^^^^^^^^^^^^^^ sns.amazonaws.com never calls for
      SourceArn: !Sub arn:aws:events:\${AWS::Region}:\${AWS::AccountId}:rule/nightly
`,
    ],
    good: [
      `${WORKER}  FromRule:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !Ref Worker
      Action: lambda:InvokeFunction
      Principal: events.amazonaws.com
      SourceArn: !Sub arn:aws:events:\${AWS::Region}:\${AWS::AccountId}:rule/nightly
`,
    ],
  },

  scope: 'permission',

  *find(analysis) {
    const { template } = analysis;
    if (!template) return;
    for (const permission of writtenPermissions(analysis)) {
      // The trigger tells better which of the two is wrong.
      if (isMendedForTrigger(permission, analysis)) continue;
      const principal = servicePrincipal(permission);
      const right = principal === undefined ? undefined : ownerOfSource(permission, template);
      const presented = principal === undefined ? undefined : presentedService(principal);
      if (principal !== undefined && right !== undefined && presented !== undefined && presented !== presentedService(right))
        yield { permission, principal, right };
    }
  },

  diagnose: ({ permission, principal, right }) => ({
    span: propertySpan(permission, 'Principal'),
    message:
      `${principal} never calls for ${display(permission.sourceArn ?? permission.principal)}: that is a resource of ${right}, so ` +
      `${permission.logicalId} lets nobody in, and the calls of ${right} are refused. Name the service that owns the source.`,
    subject: {
      permission: permission.logicalId,
      principal,
      suggestion: right,
      ...(permission.target.logicalId === undefined ? {} : { function: permission.target.logicalId }),
    },
  }),

  fix: ({ permission: { resource }, right }, { tree }) =>
    resource.properties
      ? [
          {
            title: `Replace with ${right}`,
            preferred: true,
            edits: [setEntry(tree, resource.properties, 'Principal', right)],
          },
        ]
      : [],
});

/** The principal that presents ARNs of the service in the source ARN, where the service can be read. */
function ownerOfSource({ sourceArn }: InvokePermission, template: Template): string | undefined {
  const arn = sourceArn && arnFields(canonical(sourceArn, template));
  const service = arn && knownText(arn.service);
  return service === undefined ? undefined : presentingPrincipal(service);
}
