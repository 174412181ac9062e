import type { Analysis } from '../../../analysis/index.ts';
import { matchesAction } from '../../../iam/index.ts';
import { code } from '../../describe/markdown.ts';
import { statementLine } from '../../describe/statements.ts';
import { resourcePoliciesFor } from '../../questions/resourcePolicies.ts';
import type { FoundResource } from '../find/resources.ts';
import { grantedOn } from '../find/resources.ts';
import type { PastedError, RefusingPolicy } from '../model.ts';
import type { ErrorLine } from './answer.ts';

/** What to do where it is not the caller's own policies that refuse; nothing where it is them, or may be. */
export function adviceOnPolicy({ reason }: PastedError): string | undefined {
  return reason && ADVICE[reason.policy]?.[reason.denied ? 'denied' : 'missing'];
}

/** Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html */
const ADVICE: Readonly<Partial<Record<RefusingPolicy, { readonly denied: string; readonly missing: string }>>> = {
  'resource-based policy': {
    denied:
      'Take the request out of the statement of the resource’s own policy that denies it. No grant to the caller outweighs a Deny.',
    missing:
      'The resource’s own policy must allow the action to the caller: it belongs to another account, or is of a kind (a key, for instance) whose policy decides alone.',
  },
  'permissions boundary': {
    denied: 'Take the action out of the statement of the permissions boundary that denies it.',
    missing: 'Allow the action in the permissions boundary as well: a role may do what both its policies and its boundary allow.',
  },
  'session policy': {
    denied:
      'The policy that was given when the session was started denies it: look at the call of `AssumeRole` (`Policy`, `PolicyArns`).',
    missing:
      'The policy that was given when the session was started does not allow it: look at the call of `AssumeRole` (`Policy`, `PolicyArns`).',
  },
  'service control policy': {
    denied:
      'A service control policy of the organization denies it, for everybody in the account. Whoever administers the organization can change it; no template can.',
    missing:
      'No service control policy of the organization allows it. Whoever administers the organization can change that; no template can.',
  },
  'resource control policy': {
    denied:
      'A resource control policy of the organization denies it. Whoever administers the organization can change it; no template can.',
    missing: 'No resource control policy of the organization allows it. Whoever administers the organization can change that.',
  },
  'VPC endpoint policy': {
    denied:
      'The policy of the VPC endpoint denies it: see `PolicyDocument` of the AWS::EC2::VPCEndpoint that the function’s subnets use.',
    missing:
      'Allow the action in the policy of the VPC endpoint: `PolicyDocument` of the AWS::EC2::VPCEndpoint that the function’s subnets use.',
  },
  'role trust policy': {
    denied: 'Take the caller out of the statement of the role’s trust policy that denies it.',
    missing: 'The trust policy of the role (`AssumeRolePolicyDocument`) must name the caller and allow `sts:AssumeRole`.',
  },
};

/** The statements of the found resources' own policies that are about the action. */
export function ownPolicyLines(action: string, resources: readonly FoundResource[]): readonly ErrorLine[] {
  return resources.flatMap((found) => {
    const { analysis, resource } = found;
    const { grants } = resourcePoliciesFor({ ...grantedOn(found), resource }, analysis);
    return grants.flatMap(({ statement, label }) => {
      const isAbout = statement.actions && matchesAction(statement.actions, action) !== 'no';
      return isAbout ? [lineOf(statement, label, resource.logicalId, analysis)] : [];
    });
  });
}

function lineOf(statement: Parameters<typeof statementLine>[0], label: string, id: string, analysis: Analysis): ErrorLine {
  const verb = statement.effect === 'Allow' ? 'Allowed, ' : '';
  return {
    text: `The policy ${code(label)} of ${id}: ${verb}${statementLine(statement)}.`,
    place: { analysis, span: statement.span },
  };
}
