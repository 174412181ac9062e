import type { Analysis } from '../../analysis/index.ts';
import type { Resource } from '../../cloudformation/index.ts';
import { child, childAt, itemsOf } from '../../syntax/index.ts';
import { addItem, addToList, mapping } from '../../syntax/write/index.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Fix } from '../rule.ts';

/**
 * Lets a service assume a role of the template.
 *
 * @param service as people call it: `Lambda`
 * @param principal `lambda.amazonaws.com`
 */
export function trustFix(role: Resource, service: string, principal: string, analysis: Analysis): readonly Fix[] {
  const edit = trustEdit(role, principal, analysis);
  return edit ? [{ title: `Let ${service} assume ${role.logicalId}`, preferred: true, edits: [edit] }] : [];
}

/** Names the service beside those that are trusted already, or in a statement of its own. */
function trustEdit(role: Resource, service: string, { tree }: Analysis): TextEdit | undefined {
  const statements = childAt(role.properties, 'AssumeRolePolicyDocument', 'Statement');
  for (const statement of itemsOf(statements)) {
    const principal = child(statement, 'Principal');
    const trusted = child(principal, 'Service');
    const isPlain = trusted?.tag === undefined && (trusted?.kind === 'sequence' || trusted?.kind === 'scalar');
    if (principal?.kind === 'mapping' && isPlain && !child(statement, 'Condition'))
      return addToList(tree, principal, 'Service', service);
  }
  if (statements?.kind !== 'sequence') return undefined;
  return addItem(
    tree,
    statements,
    mapping({ Effect: 'Allow', Principal: mapping({ Service: service }), Action: 'sts:AssumeRole' }),
  );
}
