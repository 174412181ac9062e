import type { PolicyKind } from '../../policies/index.ts';

/** What kind of word may stand at the cursor, and what it depends on. */
export type Place =
  /** In the lists of a statement. */
  | { readonly kind: 'action' }
  | { readonly kind: 'resource' }
  | { readonly kind: 'effect' }
  | { readonly kind: 'version' }
  /** Where a whole policy belongs. */
  | { readonly kind: 'document'; readonly policy: PolicyKind }
  | { readonly kind: 'document-key' }
  | { readonly kind: 'statement' }
  | { readonly kind: 'statement-key' }
  | { readonly kind: 'principal-type' }
  | { readonly kind: 'principal'; readonly type: string }
  | { readonly kind: 'condition-operator' }
  | { readonly kind: 'condition-key'; readonly operator: string }
  | { readonly kind: 'condition-value'; readonly operator: string; readonly key: string }
  /** In a resource's properties. */
  | { readonly kind: 'property'; readonly present: readonly string[] }
  | { readonly kind: 'fixed-value'; readonly values: readonly string[] }
  | { readonly kind: 'function-name' }
  | { readonly kind: 'permission-action' }
  | { readonly kind: 'permission-principal' }
  | { readonly kind: 'source-arn' }
  | { readonly kind: 'account' }
  | { readonly kind: 'event-source' }
  | { readonly kind: 'role' }
  | { readonly kind: 'managed-policy' }
  | { readonly kind: 'sam-policy' }
  | { readonly kind: 'template-parameter'; readonly template: string; readonly present: readonly string[] }
  | { readonly kind: 'template-argument'; readonly template: string; readonly parameter: string }
  | { readonly kind: 'sam-event-type' }
  | { readonly kind: 'connector-end' }
  | { readonly kind: 'connector-permission'; readonly present: readonly string[] }
  /** A name inside `Ref`, `Fn::GetAtt`, `Fn::Sub` or `DependsOn`. */
  | { readonly kind: 'reference'; readonly form: ReferenceForm; readonly piece: Piece };

/** `GetAtt` and `Sub` also name an attribute behind a dot; `logical-id` is the first item of the list that `Fn::GetAtt` takes. */
export type ReferenceForm = 'Ref' | 'GetAtt' | 'Sub' | 'DependsOn' | 'logical-id' | AttributeOf;

/** The second item of that list. */
export interface AttributeOf {
  readonly attributeOf: string;
}

/** The part of the word's text that is replaced, and what of it stands in front of the cursor. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly before: string;
  /** Whether the brace of `${` has to be closed. */
  readonly open?: boolean;
}
