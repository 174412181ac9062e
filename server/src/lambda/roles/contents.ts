import { conjoin, type Guard } from '../../symbolic/index.ts';
import type { Grant } from '../model.ts';

/** What a role, or a part of it, holds. */
export interface RoleContents {
  readonly grants: readonly Grant[];
  /** Names of the managed policies: AWS's without path, those of the template by logical id, others as written. */
  readonly managedPolicies: readonly string[];
  /** False when there may be grants that cannot be seen here. */
  readonly complete: boolean;
}

export const NOTHING: RoleContents = { grants: [], managedPolicies: [], complete: true };
/** Something that may grant anything. */
export const UNSEEN: RoleContents = { grants: [], managedPolicies: [], complete: false };

export function together(parts: readonly RoleContents[]): RoleContents {
  return {
    grants: parts.flatMap(({ grants }) => grants),
    managedPolicies: [...new Set(parts.flatMap(({ managedPolicies }) => managedPolicies))],
    complete: parts.every(({ complete }) => complete),
  };
}

/** The same, where it only exists under a condition. */
export function under(guard: Guard, contents: RoleContents): RoleContents {
  if (guard.length === 0) return contents;
  return { ...contents, grants: contents.grants.map((grant) => ({ ...grant, guard: conjoin(guard, grant.guard) })) };
}
