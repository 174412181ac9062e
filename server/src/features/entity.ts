import { type ActionPlace, type Analysis, actionPlacesOf } from '../analysis/index.ts';
import type { FunctionPermissions, InvokePermission, Invoker } from '../lambda/index.ts';
import { type Offset, type Span, touches } from '../text/span.ts';

/** What the word at a place means: shared by all features, so that they agree. */
export type Entity =
  | { readonly kind: 'action'; readonly place: ActionPlace; readonly span: Span }
  | { readonly kind: 'function'; readonly permissions: FunctionPermissions; readonly span: Span }
  | { readonly kind: 'permission'; readonly permission: InvokePermission; readonly span: Span }
  | { readonly kind: 'trigger'; readonly owner: FunctionPermissions; readonly invoker: Invoker; readonly span: Span };

/** The thing that the word at an offset names. */
export function entityAt(analysis: Analysis, offset: Offset): Entity | undefined {
  return (
    actionAt(analysis, offset) ?? triggerAt(analysis, offset) ?? functionAt(analysis, offset) ?? permissionAt(analysis, offset)
  );
}

function actionAt(analysis: Analysis, offset: Offset): Entity | undefined {
  const place = actionPlacesOf(analysis).find(({ span }) => touches(span, offset));
  return place && { kind: 'action', place, span: place.span };
}

function triggerAt({ permissions }: Analysis, offset: Offset): Entity | undefined {
  for (const owner of permissions.functions) {
    const invoker = owner.invokers.find(({ trigger }) => touches(trigger.span, offset));
    if (invoker) return { kind: 'trigger', owner, invoker, span: invoker.trigger.span };
  }
  return undefined;
}

function functionAt({ permissions }: Analysis, offset: Offset): Entity | undefined {
  const found = permissions.functions.find(({ fn }) => touches(fn.resource.nameSpan, offset));
  return found && { kind: 'function', permissions: found, span: found.fn.resource.nameSpan };
}

function permissionAt({ permissions }: Analysis, offset: Offset): Entity | undefined {
  const found = permissions.permissions.find(
    ({ origin, resource }) => origin === 'template' && touches(resource.nameSpan, offset),
  );
  return found && { kind: 'permission', permission: found, span: found.resource.nameSpan };
}
