import type { Analysis } from '../../analysis/index.ts';
import { grantsOfRole } from '../../lambda/index.ts';
import type { RoleEntity } from '../entities/named.ts';
import { codeList, paragraphs } from './markdown.ts';
import { functionNames, trustedBy } from './policyKind.ts';
import { grantList } from './statements.ts';

const URL = 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html';
const ROLES_URL = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html';

/** A role: whose it is, who may assume it, and what it grants. */
export function describeRole({ role }: RoleEntity, analysis: Analysis): string {
  const { template, knowledge, permissions } = analysis;
  const users = permissions.functions.filter((one) => one.role.resource?.logicalId === role.logicalId);
  const contents = template && grantsOfRole(role, template, knowledge);
  const trusted = trustedBy(role, analysis);
  return paragraphs(
    `**${role.logicalId}** · ${users.length > 0 ? `execution role of ${functionNames(users)}` : 'role'}`,
    trusted.length > 0 ? `May be assumed by ${codeList(trusted)} (trust policy).` : undefined,
    contents && contents.grants.length > 0
      ? `**What it allows**\n\n${grantList(contents.grants)}`
      : 'It holds no statements that can be seen here.',
    contents?.complete === false ? 'It may hold more than can be seen in this file.' : undefined,
    users.length > 0
      ? `It says what ${functionNames(users)} may call, not who may call ${users.length > 1 ? 'them' : functionNames(users)}.`
      : undefined,
    `[AWS's page](${users.length > 0 ? URL : ROLES_URL})`,
  );
}
