import type { FunctionNames } from '../names.ts';
import { type Properties, type Resources, ref, resource, type Value } from '../values.ts';

/** How a function is called, and what that takes. */
export interface Trigger {
  readonly resources: Resources;
  /** What the execution role must allow for it. */
  readonly statements: readonly Properties[];
  /** The rule that finds what a forgetful author left out. */
  readonly forgotten: 'missing-invoke-permission' | 'missing-execution-permission';
  /** What stands in the `Events` of a SAM function instead of these resources. */
  readonly event: Properties;
  /** What a SAM template needs besides. */
  readonly samResources?: Resources;
}

/** @param forgets whether the author left the permission out */
export type TriggerKind = (names: FunctionNames, forgets: boolean) => Trigger;

/** The permission of a service to call a function; nothing where it was forgotten. */
export function permissionFor(names: FunctionNames, forgets: boolean, principal: string, source: Value, more: Properties = {}) {
  if (forgets) return {};
  return {
    [names.permission]: resource('AWS::Lambda::Permission', {
      FunctionName: ref(names.fn),
      Action: 'lambda:InvokeFunction',
      Principal: principal,
      SourceArn: source,
      ...more,
    }),
  };
}
