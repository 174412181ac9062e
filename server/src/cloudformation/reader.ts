import type { Branch, Guard, ValueReader } from '../symbolic/index.ts';
import { conjoin } from '../symbolic/index.ts';
import { literalText, type SyntaxNode } from '../syntax/index.ts';
import { evaluate } from './evaluate.ts';
import { argumentItems, intrinsicOf, isNoValue } from './intrinsics.ts';
import type { Scope } from './scope.ts';

const DEEPEST = 20;

/** Reads values of a template: intrinsic functions are looked through as far as they can be. */
export function templateReader(scope: Scope): ValueReader {
  return {
    evaluate: (node) => evaluate(node, scope),
    branches: (node) => branchesOf(node, [], 0),
    isOpaque: (node) => intrinsicOf(node) !== undefined,
  };
}

/** The nodes that a node may turn out to be, through `Fn::If` and `AWS::NoValue`. */
export function branchesOf(node: SyntaxNode, guard: Guard = [], depth = 0): readonly Branch[] {
  if (isNoValue(node)) return [{ node: undefined, guard }];
  const call = intrinsicOf(node);
  if (call?.name !== 'Fn::If' || depth > DEEPEST) return [{ node, guard }];
  const [conditionNode, whenTrue, whenFalse] = argumentItems(call) ?? [];
  const condition = literalText(conditionNode);
  if (condition === undefined || !whenTrue || !whenFalse) return [{ node, guard }];
  return [
    ...branchesOf(whenTrue, conjoin(guard, [{ condition, holds: true }]), depth + 1),
    ...branchesOf(whenFalse, conjoin(guard, [{ condition, holds: false }]), depth + 1),
  ];
}

/** The condition under which a resource exists, as a guard. */
export function guardOf(resource: { readonly condition: string | undefined }): Guard {
  return resource.condition === undefined ? [] : [{ condition: resource.condition, holds: true }];
}
