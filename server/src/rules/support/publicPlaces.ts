import type { Analysis } from '../../analysis/index.ts';
import { evaluate, propertyAt } from '../../cloudformation/index.ts';
import type { InvokePermission } from '../../lambda/index.ts';
import { display, knownText } from '../../symbolic/index.ts';
import type { Span } from '../../text/span.ts';
import type { Subject } from '../rule.ts';
import { propertySpan, writtenPermissions } from './permissions.ts';
import { policySubject } from './policyWalk.ts';
import { type PlacedPrincipal, principalSpan, principalsOf } from './principalWalk.ts';

/** A place that lets everybody in. */
export interface PublicPlace {
  readonly span: Span;
  readonly subject: Subject;
  /** What everybody may use, in words. */
  readonly what: string;
}

/** The statements and Lambda permissions for everybody that no condition limits. */
export function publicPlacesOf(analysis: Analysis): readonly PublicPlace[] {
  const statements = [...principalsOf(analysis)].filter(isPublic).map((placed) => ({
    span: principalSpan(placed),
    subject: { ...policySubject(placed.site), principal: '*' },
    what: 'this',
  }));
  const permissions = writtenPermissions(analysis).filter((permission) => isPublicPermission(permission, analysis));
  return [
    ...statements,
    ...permissions.map((permission) => ({
      span: propertySpan(permission, 'Principal'),
      subject: { permission: permission.logicalId, principal: '*' },
      what: permission.target.logicalId ?? display(permission.target.value),
    })),
  ];
}

/**
 * Where "everybody" is the usual principal, because something else decides: the network, an authorizer, the callers' own policies.
 * Sources: https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html,
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html,
 * https://docs.aws.amazon.com/vpc-lattice/latest/ug/auth-policies.html
 */
const USUALLY_PUBLIC = /^AWS::(?:EC2::VPCEndpoint|ApiGateway::|Serverless::|VpcLattice::|EFS::|S3Files::)/;
const API_ACTION = /^(?:execute-api:|vpc-lattice-svcs:)/i;

function isPublic({ principal, statement, site, clause }: PlacedPrincipal): boolean {
  const { effect, conditions, conditionsComplete, actions } = statement;
  if (knownText(principal.value) !== '*' || clause.negated || effect !== 'Allow') return false;
  if ((principal.type !== '*' && principal.type !== 'AWS') || conditions.length > 0 || !conditionsComplete) return false;
  // In a trust policy, `*` breaks a rule of its own.
  if (site.kind !== 'resource') return false;
  const isApi = actions?.values.some(({ value }) => API_ACTION.test(knownText(value) ?? ''));
  return !isApi && !(site.owner && USUALLY_PUBLIC.test(site.owner.type));
}

/** A function URL without authorisation is public on purpose. */
function isPublicPermission(permission: InvokePermission, { template }: Analysis): boolean {
  const { principal, sourceArn, sourceAccount, principalOrgId, eventSourceToken, resource } = permission;
  if (knownText(principal) !== '*' || (sourceArn ?? sourceAccount ?? principalOrgId ?? eventSourceToken)) return false;
  const isForUrl = ['FunctionUrlAuthType', 'InvokedViaFunctionUrl'].some(
    (name) => template && propertyAt(template, resource, name),
  );
  const action = template && propertyAt(template, resource, 'Action');
  return !isForUrl && !/url/i.test(action && template ? display(evaluate(action, { template })) : '');
}
