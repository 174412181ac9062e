import type { Analysis } from '../../analysis/index.ts';
import type { FunctionPermissions, InvokePermission, Invoker } from '../../lambda/index.ts';
import { child, type SyntaxNode } from '../../syntax/index.ts';
import { servicePrincipal, writtenPermissionsFor } from './permissions.ts';

/** The type of the functions that have events. */
export const SAM_FUNCTION: ReadonlySet<string> = new Set(['AWS::Serverless::Function']);

/** An event of a SAM function that some service pushes. */
export interface PushedEvent {
  readonly owner: FunctionPermissions;
  readonly invoker: Invoker;
  /** The key under `Events`. */
  readonly name: string;
  readonly properties: SyntaxNode | undefined;
}

/** The events of some types, as `S3`, in the order of the functions. */
export function pushedEventsOf({ permissions }: Analysis, ...types: readonly string[]): readonly PushedEvent[] {
  const ids = types.map((type) => `sam-event-${type.toLowerCase()}`);
  return permissions.functions.flatMap((owner) =>
    owner.invokers.flatMap((invoker) => {
      const { definition, node } = invoker.trigger;
      if (!ids.includes(definition.id) || node.kind !== 'scalar') return [];
      return [{ owner, invoker, name: node.text, properties: child(child(node.parent, node.text), 'Properties') }];
    }),
  );
}

/** The permission that SAM makes for an event; its logical id begins with those of the function and the event. */
export function madeFor({ owner, name }: PushedEvent, { whole }: Analysis): InvokePermission | undefined {
  const start = `${owner.fn.logicalId}${name}Permission`;
  return whole
    .permissionsAbout(owner.fn.logicalId)
    .find(({ origin, logicalId }) => origin === 'sam' && logicalId.startsWith(start));
}

/** Whether the author has written a permission of the function for the event’s service, which may do what SAM’s does not. */
export function hasOwnPermission({ owner, invoker }: PushedEvent, analysis: Analysis): boolean {
  return writtenPermissionsFor(owner.fn.logicalId, analysis).some(
    (permission) => servicePrincipal(permission) === invoker.trigger.definition.principal,
  );
}
