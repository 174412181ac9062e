import type { Guard, SymbolicString } from '../symbolic/index.ts';
import type { MappingNode, ScalarNode, SyntaxNode } from '../syntax/index.ts';
import type { Span } from '../text/span.ts';

/** One value of a list in a policy: an action, a resource, a principal, a condition's value. */
export interface PolicyValue {
  readonly value: SymbolicString;
  readonly node: SyntaxNode;
  /** The template conditions under which the value is in the list. */
  readonly guard: Guard;
}

/** `Action` or `NotAction`, `Resource` or `NotResource`. */
export interface Clause {
  /** Written as `Not…`. */
  readonly negated: boolean;
  readonly values: readonly PolicyValue[];
  /** False when the list may hold more than can be seen. */
  readonly complete: boolean;
  readonly key: ScalarNode;
  readonly node: SyntaxNode;
}

/** `Principal` or `NotPrincipal`. */
export interface PrincipalClause {
  readonly negated: boolean;
  readonly principals: readonly Principal[];
  readonly complete: boolean;
  readonly key: ScalarNode;
  readonly node: SyntaxNode;
}

export interface Principal extends PolicyValue {
  /** `AWS`, `Service`, `Federated`, `CanonicalUser` as written; `*` for `Principal: "*"`. */
  readonly type: string;
}

/** One key of one operator in a `Condition`. */
export interface ConditionTest {
  /** As written: `ForAnyValue:StringLikeIfExists`. */
  readonly operator: string;
  readonly operatorNode: ScalarNode;
  readonly key: string;
  readonly keyNode: ScalarNode;
  readonly values: readonly PolicyValue[];
  readonly complete: boolean;
  /** The template conditions under which the test is there. */
  readonly guard: Guard;
  readonly node: SyntaxNode | undefined;
}

export interface Statement {
  readonly sid: SymbolicString | undefined;
  /** `unknown` when it is missing, misspelt or decided at deployment. */
  readonly effect: 'Allow' | 'Deny' | 'unknown';
  readonly principals: PrincipalClause | undefined;
  readonly actions: Clause | undefined;
  readonly resources: Clause | undefined;
  readonly conditions: readonly ConditionTest[];
  /** False when the statement may have conditions that cannot be seen. */
  readonly conditionsComplete: boolean;
  /** The template conditions under which the statement exists. */
  readonly guard: Guard;
  readonly node: MappingNode;
  readonly span: Span;
}

export interface PolicyDocument {
  readonly version: SymbolicString | undefined;
  readonly statements: readonly Statement[];
  /** False when the document may hold statements that cannot be seen. */
  readonly complete: boolean;
  readonly node: MappingNode;
  readonly span: Span;
}
