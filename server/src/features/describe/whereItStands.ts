import type { ActionPlace, Analysis } from '../../analysis/index.ts';
import type { Resource } from '../../cloudformation/index.ts';
import type { Statement } from '../../iam/index.ts';
import type { FunctionPermissions } from '../../lambda/index.ts';
import { permissionSentence } from './permission.ts';
import { ownerNames } from './policyKind.ts';

/** What a word of a policy belongs to. */
type Standing = Pick<ActionPlace, 'statement' | 'site' | 'permission'>;

/** Whose policy a word belongs to, and what it therefore says: execution role versus resource-based policy, at this spot. */
export function whereItStands({ statement, site, permission }: Standing, analysis: Analysis): string | undefined {
  if (permission) return permissionSentence(permission, analysis);
  if (!statement || !site) return undefined;
  const owner = site.owner && ownerNames(site.owner, analysis);
  switch (site.kind) {
    case 'identity':
      return identitySentence(functionsWith(statement, analysis), site.owner, verb(statement));
    case 'resource':
      return `This statement is part of ${owner ? `${owner}’s resource-based policy` : 'a resource-based policy'}: it says who ${verb(statement)} use ${owner ?? 'the resource'}.`;
    case 'trust':
      return `This statement is part of ${owner ? `${owner}’s trust policy` : 'a trust policy'}: it says who ${verb(statement)} assume the role.`;
    case 'boundary':
      return 'This statement is part of a permissions boundary: it grants nothing, it limits what may be granted.';
    case 'service-control':
      return 'This statement is part of a service control policy: it grants nothing, it limits what accounts may grant.';
    case 'resource-control':
      return 'This statement is part of a resource control policy: it grants nothing, it limits who may use the resources of accounts.';
    case 'unknown':
      return undefined;
  }
}

const verb = ({ effect }: Statement): string => (effect === 'Deny' ? 'may not' : 'may');

/** The functions whose execution role holds the statement. */
function functionsWith(statement: Statement, { permissions }: Analysis): readonly FunctionPermissions[] {
  return permissions.functions.filter(({ role }) => role.grants.some((grant) => grant.statement.node === statement.node));
}

function identitySentence(users: readonly FunctionPermissions[], owner: Resource | undefined, may: string): string {
  const names = users.map(({ fn }) => fn.logicalId);
  if (names.length === 0 && owner?.type === 'AWS::IAM::Role')
    return `This statement is part of the role ${owner.logicalId}: it says what whoever assumes the role ${may} call.`;
  if (names.length === 0)
    return `This statement is part of ${owner ? `${owner.logicalId}, an` : 'an'} identity policy: it says what those who have it ${may} call.`;
  const functions = names.length > 3 ? `${names.length} functions` : names.join(' and ');
  return `This statement is part of ${functions}’s execution role: it says what ${functions} ${may} call. It does not let anybody call ${names.length > 1 ? 'them' : functions}.`;
}
