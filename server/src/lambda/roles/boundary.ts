import { isNoValue, propertyAt, type Template } from '../../cloudformation/index.ts';
import type { PermissionsBoundary } from '../model.ts';
import type { RoleKnowledge } from './knowledge.ts';
import { managedPolicyContents } from './managedPolicies.ts';
import type { RoleReference } from './roleReference.ts';

/** The permissions boundary of a role, or of the function that SAM generates it for. */
export function boundaryOf(
  reference: RoleReference,
  template: Template,
  knowledge: RoleKnowledge,
): PermissionsBoundary | undefined {
  if (reference.kind === 'external') return undefined;
  const holder = reference.kind === 'template' ? reference.resource : reference.owner;
  const node = propertyAt(template, holder, 'PermissionsBoundary');
  if (!node || isNoValue(node)) return undefined;
  const { grants, complete } = managedPolicyContents(node, template, knowledge);
  return { grants, complete };
}
