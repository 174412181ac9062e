import { type Resource, substitute, type Template } from '../../cloudformation/index.ts';
import { type Guard, literal, NOWHERE, ofHole, type SymbolicString } from '../../symbolic/index.ts';
import { functionReference } from '../functions.ts';
import type { FunctionReference, InvokePermission, LambdaFunction } from '../model.ts';
import { aliasId } from './generated.ts';

/** What is particular about a permission that SAM makes; everything else is absent or `lambda:InvokeFunction`. */
export interface PermissionDraft {
  readonly logicalId: string;
  readonly resource: Resource;
  readonly target: FunctionReference;
  readonly principal: string;
  readonly guard: Guard;
  readonly action?: string;
  readonly sourceArn?: SymbolicString | undefined;
  readonly sourceAccount?: SymbolicString | undefined;
  readonly functionUrlAuthType?: string;
  readonly invokedViaFunctionUrl?: boolean;
  readonly eventSourceToken?: SymbolicString | undefined;
}

/** A permission as SAM's transform writes it. */
export function samPermission(draft: PermissionDraft): InvokePermission {
  return {
    logicalId: draft.logicalId,
    origin: 'sam',
    resource: draft.resource,
    target: draft.target,
    action: literal(draft.action ?? 'lambda:InvokeFunction'),
    principal: literal(draft.principal),
    sourceArn: draft.sourceArn,
    sourceAccount: draft.sourceAccount,
    functionUrlAuthType: draft.functionUrlAuthType === undefined ? undefined : literal(draft.functionUrlAuthType),
    invokedViaFunctionUrl: draft.invokedViaFunctionUrl,
    eventSourceToken: draft.eventSourceToken,
    principalOrgId: undefined,
    guard: draft.guard,
  };
}

/** The text of `Fn::Sub` as SAM writes it, with the variables that it gives. */
export function sub(text: string, template: Template, variables: Readonly<Record<string, SymbolicString>> = {}): SymbolicString {
  return substitute(text, { template, bindings: new Map(Object.entries(variables)) }, NOWHERE);
}

/** `Ref` of, or an attribute of, a resource that may only exist after the transform. */
export function attributeOf(logicalId: string, attribute?: string): SymbolicString {
  return ofHole({ kind: 'attribute', logicalId, attribute });
}

/** The function that SAM lets in, at its alias where it publishes one. */
export function invokedFunction(fn: LambdaFunction, template: Template): FunctionReference {
  const plain = functionReference(attributeOf(fn.logicalId), template);
  if (!fn.autoPublishAlias) return plain;
  const alias = aliasId(fn, template);
  const value = alias === undefined ? attributeOf(fn.logicalId, 'Alias') : attributeOf(alias);
  return { ...functionReference(value, template), logicalId: fn.logicalId, qualifier: fn.autoPublishAlias };
}

/** The value of `AWS::AccountId`. */
export const ACCOUNT: SymbolicString = ofHole({ kind: 'pseudo', name: 'AWS::AccountId' });
