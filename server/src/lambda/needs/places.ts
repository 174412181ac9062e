import { branchesOf, propertyNodes } from '../../cloudformation/index.ts';
import { conjoin, type Guard } from '../../symbolic/index.ts';
import { literalText, type SyntaxNode } from '../../syntax/index.ts';
import type { NeedContext, NeedPlace } from './row.ts';

/** A value that a property may turn out to have. */
export interface Setting {
  readonly node: SyntaxNode;
  readonly guard: Guard;
}

/**
 * What a function's property may be set to, `Globals` included and conditions looked through: the last of the values is the
 * function's own. Empty when the property is certainly absent.
 */
export function settingsOf({ fn, template }: NeedContext, ...path: readonly string[]): readonly Setting[] {
  return propertyNodes(template, fn.resource, ...path)
    .flatMap((node) => branchesOf(node, fn.guard))
    .flatMap(({ node, guard }) => (node ? [{ node, guard }] : []));
}

/** The conditions under which a property has this text: one guard per way. */
export function whereSettingIs(context: NeedContext, text: string, ...path: readonly string[]): readonly Setting[] {
  const own = propertyNodes(context.template, context.fn.resource, ...path).at(-1);
  return own ? settingsUnder(own, context.fn.guard).filter(({ node }) => literalText(node) === text) : [];
}

/** The values that a node may turn out to be. */
export function settingsUnder(node: SyntaxNode, guard: Guard): readonly Setting[] {
  return branchesOf(node).flatMap((branch) => (branch.node ? [{ node: branch.node, guard: conjoin(guard, branch.guard) }] : []));
}

/** The function's own property as the place of a need. */
export function placeAt({ fn }: NeedContext, property: string, { node, guard }: Setting): Omit<NeedPlace, 'grants'> {
  return { subject: `${fn.logicalId}.${property}`, span: node.outerSpan, resource: fn.resource, guard };
}
