import type { Template } from '../../cloudformation/index.ts';
import { type AccessRequest, type Decision, decide, type Statement } from '../../iam/index.ts';
import { documentFact, fact, sameItems } from '../../incremental/facts.ts';
import { type PolicySite, policySitesOf } from '../../policies/index.ts';
import { display, ofHole } from '../../symbolic/index.ts';
import type { ExecutionRole, Grant } from '../model.ts';

/** A role acts for itself: nothing that a service would tell of the source of its call is there. */
const OWN_CALL = new Map([
  ['aws:sourcearn', 'absent'],
  ['aws:sourceaccount', 'absent'],
] as const);

/**
 * Whether the policies of queues, topics, buckets and the like let the role in, which within one account is enough.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html
 */
export function letInByResourcePolicy(request: AccessRequest, role: ExecutionRole, template: Template): Decision<Grant> {
  if (role.logicalId === undefined) return { verdict: 'missing', by: [] };
  const value = ofHole({ kind: 'attribute', logicalId: role.logicalId, attribute: 'Arn' });
  return decide(statementsOf(template), { ...request, context: OWN_CALL, principal: { type: 'AWS', value } });
}

/** The statements of the template's resource policies that let identities in. */
const statementsOf = documentFact(
  (template: Template): readonly Grant[] => policySitesOf(template).flatMap((site) => statementsAt(template, site)),
  sameItems,
);

const statementsAt = fact((_: Template, { kind, document, owner, guard }: PolicySite): readonly Grant[] => {
  if (kind !== 'resource' || !owner) return [];
  return document.statements
    .filter(namesIdentity)
    .map((statement) => ({ statement, source: 'inline-policy', label: owner.logicalId, guard }));
});

const ACCOUNT = /^(?:\d{12}|\$\{AWS::AccountId\}|arn:.*:iam::.*:root)$/;

/** To name the account leaves it to the role's own policies. */
function namesIdentity({ principals }: Statement): boolean {
  if (!principals || principals.negated || !principals.complete) return true;
  return principals.principals.some(({ type, value }) => type !== 'Service' && !ACCOUNT.test(display(value)));
}
