import type { Analysis } from '../../analysis/index.ts';
import type { InvokePermission, LambdaFunction } from '../../lambda/index.ts';
import { FUNCTION_TYPES } from '../../lambda/index.ts';
import { display } from '../../symbolic/index.ts';
import { defineRule } from '../rule.ts';
import { MOST_BYTES, statementBytes } from '../support/policyEstimate.ts';
import { WORKER } from '../support/samples.ts';

interface Found {
  readonly fn: LambdaFunction;
  readonly permissions: readonly InvokePermission[];
  readonly bytes: number;
}

/** A permission for one route of an API. */
const route = (i: number): string => `  Route${i}:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: !Ref Worker
      Action: lambda:InvokeFunction
      Principal: apigateway.amazonaws.com
      SourceArn: !Sub arn:aws:execute-api:\${AWS::Region}:\${AWS::AccountId}:a1b2c3d4e5/*/GET/route${i}
`;

const routes = (count: number): string => Array.from({ length: count }, (_, i) => route(i)).join('');

/** So many permissions on one function that its resource-based policy grows too large. */
export const functionPolicyTooLarge = defineRule<Found>({
  id: 'function-policy-too-large',
  severity: 'warning',
  outcome: 'deploy-fails',
  docs: {
    summary: 'The permissions of a function do not fit into its resource-based policy.',
    why:
      'Each permission becomes a statement of the function’s resource-based policy, which may have 20,480 bytes. With one permission for each ' +
      'route or rule, some sixty fill it, and deployment fails with “The final policy size is bigger than the limit”.',
    url: 'https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html',
    aka: [],
    bad: [`${WORKER.replace('Worker:\n', 'Worker:\n# ^^^^^^ The 80 permissions of Worker\n')}${routes(80)}`],
    good: [`${WORKER}${routes(3)}`],
  },

  scope: 'resource',
  types: FUNCTION_TYPES,

  *find({ permissions, whole }: Analysis) {
    for (const { fn } of permissions.functions) {
      for (const group of byQualifier(
        whole.permissionsAbout(fn.logicalId).filter(({ target }) => target.logicalId === fn.logicalId),
      )) {
        const bytes = group.reduce((sum, permission) => sum + statementBytes(permission), 0);
        if (bytes > MOST_BYTES) yield { fn, permissions: group, bytes };
      }
    }
  },

  diagnose: ({ fn, permissions, bytes }) => ({
    span: fn.resource.nameSpan,
    message:
      `The ${permissions.length} permissions of ${fn.logicalId} make a resource-based policy of about ${bytes} bytes, and ${MOST_BYTES} are ` +
      'allowed: deployment fails with “The final policy size is bigger than the limit”. Let several sources in with one permission and a wildcard in its SourceArn.',
    subject: { function: fn.logicalId },
  }),
});

/** Each alias and version has a policy of its own. Permissions under conditions may not be there, and do not count. */
function byQualifier(permissions: readonly InvokePermission[]): readonly (readonly InvokePermission[])[] {
  const groups = new Map<string, InvokePermission[]>();
  for (const permission of permissions.filter(({ guard }) => guard.length === 0)) {
    const { qualifier } = permission.target;
    const key = qualifier ? display(qualifier) : '';
    groups.set(key, [...(groups.get(key) ?? []), permission]);
  }
  return [...groups.values()];
}
