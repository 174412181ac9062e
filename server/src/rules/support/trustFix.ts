import type { Analysis } from '../../analysis/index.ts';
import type { Resource } from '../../cloudformation/index.ts';
import { child, childAt, itemsOf, literalText, type SyntaxNode } from '../../syntax/index.ts';
import { addItem, addToList, mapping, setEntry } from '../../syntax/write/index.ts';
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

/** Gives a function a trust policy for the role that SAM makes for it. */
export function generatedTrustFix(
  { properties }: Resource,
  roleId: string,
  principals: readonly string[],
  { tree }: Analysis,
): readonly Fix[] {
  if (!properties) return [];
  const statement = mapping({ Effect: 'Allow', Principal: mapping({ Service: principals }), Action: ASSUME });
  const document = mapping({ Version: '2012-10-17', Statement: [statement] });
  const edits = [setEntry(tree, properties, 'AssumeRolePolicyDocument', document)];
  return [{ title: `Let ${principals.join(' and ')} assume ${roleId}`, preferred: true, edits }];
}

const ASSUME = 'sts:AssumeRole';

/** Names the service beside those that are trusted already, or in a statement of its own. */
function trustEdit(role: Resource, service: string, { tree }: Analysis): TextEdit | undefined {
  const statements = childAt(role.properties, 'AssumeRolePolicyDocument', 'Statement');
  for (const statement of itemsOf(statements)) {
    const principal = child(statement, 'Principal');
    if (principal?.kind === 'mapping' && letsServicesIn(statement)) return addToList(tree, principal, 'Service', service);
  }
  if (statements?.kind !== 'sequence') return undefined;
  const principal = mapping({ Service: service });
  return addItem(tree, statements, mapping({ Effect: 'Allow', Principal: principal, Action: ASSUME }));
}

/** Whether the statement lets the services that it lists assume the role, whatever else is the case. */
function letsServicesIn(statement: SyntaxNode): boolean {
  const trusted = childAt(statement, 'Principal', 'Service');
  const isPlain = trusted?.tag === undefined && (trusted?.kind === 'sequence' || trusted?.kind === 'scalar');
  const actions = itemsOf(child(statement, 'Action')).map((action) => literalText(action)?.toLowerCase());
  const isAllowed = literalText(child(statement, 'Effect')) === 'Allow' && actions.includes(ASSUME.toLowerCase());
  return isPlain && isAllowed && !child(statement, 'Condition');
}
