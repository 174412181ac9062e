import type { SymbolicString } from '../symbolic/index.ts';
import type { Template } from './template.ts';

/** What names mean where an expression stands. */
export interface Scope {
  readonly template: Template | undefined;
  /** Names that are bound to a value here: the variables of `Fn::Sub`, the parameters of a SAM policy template. */
  readonly bindings?: ReadonlyMap<string, SymbolicString> | undefined;
}

export function bind(scope: Scope, bindings: ReadonlyMap<string, SymbolicString>): Scope {
  return { ...scope, bindings: new Map([...(scope.bindings ?? []), ...bindings]) };
}
