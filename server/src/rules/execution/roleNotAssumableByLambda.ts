import type { Resource } from '../../cloudformation/index.ts';
import { roleTrusts } from '../../lambda/index.ts';
import { entryOf } from '../../syntax/index.ts';
import { defineRule } from '../rule.ts';
import { badActionsOf } from '../support/actionNames.ts';
import { workerWithRole } from '../support/samples.ts';
import { trustFix } from '../support/trustFix.ts';

interface Found {
  readonly role: Resource;
  readonly functionIds: readonly string[];
}

const MARK = '    # ^^^^^^^^^^^^^^^^^^^^^^^^ WorkerRole does not trust Lambda\n';

/** A function's role does not trust Lambda. */
export const roleNotAssumableByLambda = defineRule<Found>({
  id: 'role-not-assumable-by-lambda',
  severity: 'error',
  outcome: 'deploy-fails',
  docs: {
    summary: 'The execution role does not trust lambda.amazonaws.com.',
    why:
      'Lambda assumes the execution role before it runs the function. The role’s trust policy (AssumeRolePolicyDocument) must let the service ' +
      'principal lambda.amazonaws.com do so; otherwise the function cannot be created.',
    url: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html',
    aka: [],
    bad: [workerWithRole('ec2.amazonaws.com', 'AWSLambdaBasicExecutionRole', MARK)],
    good: [workerWithRole('[ec2.amazonaws.com, lambda.amazonaws.com]', 'AWSLambdaBasicExecutionRole')],
  },

  *find(analysis) {
    const { permissions, template } = analysis;
    const misspelt = new Set(
      badActionsOf(analysis).flatMap(({ place: { site } }) => (site?.kind === 'trust' ? [site.owner] : [])),
    );
    const roles = new Map<Resource, string[]>();
    for (const { fn, role } of permissions.functions) {
      if (role.origin !== 'template' || !role.resource || !template) continue;
      const users = roles.get(role.resource);
      if (users) users.push(fn.logicalId);
      // An action that does not exist is told by itself: mending it may be all there is to do.
      else if (!misspelt.has(role.resource) && roleTrusts(role.resource, 'lambda.amazonaws.com', template) === 'no')
        roles.set(role.resource, [fn.logicalId]);
    }
    for (const [role, functionIds] of roles) yield { role, functionIds };
  },

  diagnose: ({ role, functionIds }) => ({
    span: entryOf(role.properties, 'AssumeRolePolicyDocument')?.key.span ?? role.nameSpan,
    message:
      `${role.logicalId} does not trust Lambda, but is the execution role of ${functionIds.join(' and ')}: its trust policy lets nobody named ` +
      'lambda.amazonaws.com assume it, so the function cannot be created. Add the service to the trust policy.',
    subject: { role: role.logicalId, ...(functionIds[0] ? { function: functionIds[0] } : {}), principal: 'lambda.amazonaws.com' },
  }),

  fix: ({ role }, analysis) => trustFix(role, 'Lambda', 'lambda.amazonaws.com', analysis),
});
