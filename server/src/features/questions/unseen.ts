import type { Analysis } from '../../analysis/index.ts';
import type { ExecutionRole } from '../../lambda/index.ts';
import { code, codeList } from '../describe/markdown.ts';

/** What of a role cannot be seen here, as it goes on behind "It depends on". */
export function unseenOf(role: ExecutionRole, analysis: Analysis): string {
  if (role.origin === 'external') return 'the execution role, which is not of this template';
  if (role.origin === 'none') return 'the execution role, which is not given';
  const unknown = unknownPoliciesOf(role, analysis);
  if (unknown.length > 0) return `${codeList(unknown)}, whose statements are not in this file`;
  return `what else ${code(role.logicalId ?? 'the role')} is given: not all of its policies can be seen here`;
}

/** Managed policies that are neither of this template nor among AWS's whose documents are known. */
function unknownPoliciesOf({ managedPolicies }: ExecutionRole, { template, knowledge }: Analysis): readonly string[] {
  return managedPolicies.filter((name) => !template?.resources.has(name) && !knowledge.managedPolicies.byName(name)?.document);
}
