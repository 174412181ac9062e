import { type Analysis, type Knowledge, viewOfResource } from '../../analysis/index.ts';
import { propertyAt, type Resource, type Template } from '../../cloudformation/index.ts';
import { type LambdaFunction, roleTrusts } from '../../lambda/index.ts';
import { entryOf } from '../../syntax/index.ts';
import { defineRule } from '../rule.ts';
import { badActionsOf } from '../support/actionNames.ts';
import { workerWithRole } from '../support/samples.ts';
import { generatedTrustFix, trustFix } from '../support/trustFix.ts';

interface Found {
  readonly service: Service;
  /** The role of the template, or the function that SAM makes the role for. */
  readonly holder: Resource;
  readonly roleId: string;
  readonly functionIds: readonly string[];
}

/** A service that runs functions with their execution role. */
interface Service {
  readonly title: string;
  readonly principal: string;
  /** What does not come about when it may not. */
  readonly failure: string;
}

const LAMBDA: Service = { title: 'Lambda', principal: 'lambda.amazonaws.com', failure: 'the function cannot be created' };

/** Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-edge-permissions.html */
const EDGE: Service = {
  title: 'Lambda@Edge',
  principal: 'edgelambda.amazonaws.com',
  failure: 'the distribution cannot be created',
};

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

  scope: 'document',

  *find(analysis) {
    const found = new Map<string, Found & { readonly functionIds: string[] }>();
    for (const untrusting of untrustingRoles(analysis)) {
      const key = `${untrusting.service.principal} ${untrusting.roleId}`;
      const before = found.get(key);
      if (before) before.functionIds.push(untrusting.functionId);
      else found.set(key, { ...untrusting, functionIds: [untrusting.functionId] });
    }
    yield* found.values();
  },

  diagnose: ({ service, holder, roleId, functionIds }) => ({
    span: entryOf(holder.properties, 'AssumeRolePolicyDocument')?.key.span ?? holder.nameSpan,
    message:
      `${roleId} does not trust ${service.title}, but is the execution role of ${functionIds.join(' and ')}: its trust policy lets nobody ` +
      `named ${service.principal} assume it, so ${service.failure}. ` +
      (holder.logicalId === roleId
        ? 'Add the service to the trust policy.'
        : 'Give the function an AssumeRolePolicyDocument that does.'),
    subject: { role: roleId, ...(functionIds[0] ? { function: functionIds[0] } : {}), principal: service.principal },
  }),

  fix: ({ service, holder, roleId }, analysis) =>
    holder.logicalId === roleId
      ? trustFix(holder, service.title, service.principal, analysis)
      : generatedTrustFix(holder, roleId, [LAMBDA.principal, service.principal], analysis),
});

interface Untrusting extends Omit<Found, 'functionIds'> {
  readonly functionId: string;
}

/** Each function and service of which the role does not trust the service, for certain. */
function* untrustingRoles(analysis: Analysis): Generator<Untrusting> {
  const { permissions, template, knowledge } = analysis;
  for (const { fn, role, invokers } of permissions.functions) {
    const roleId = role.logicalId;
    const isAtEdge = invokers.some(({ trigger }) => trigger.definition.id === 'lambda-edge');
    if (!template || roleId === undefined) continue;
    for (const service of isAtEdge ? [LAMBDA, EDGE] : [LAMBDA]) {
      const isUntrusting = role.resource
        ? roleTrusts(role.resource, service.principal, template) === 'no'
        : service === EDGE && isMadeForLambdaAlone(fn, roleId, template);
      // An action that does not exist is told by itself: mending it may be all there is to do.
      if (isUntrusting && !(role.resource && isMisspelt(role.resource, template, knowledge)))
        yield { service, holder: role.resource ?? fn.resource, roleId, functionId: fn.logicalId };
    }
  }
}

function isMisspelt(role: Resource, template: Template, knowledge: Knowledge): boolean {
  return badActionsOf(viewOfResource(template, role, knowledge)).some(({ place: { site } }) => site?.kind === 'trust');
}

/** SAM's own trust policy names Lambda and nothing else. */
function isMadeForLambdaAlone({ resource, logicalId }: LambdaFunction, roleId: string, template: Template): boolean {
  return roleId === `${logicalId}Role` && !propertyAt(template, resource, 'AssumeRolePolicyDocument');
}
