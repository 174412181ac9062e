import type { ActionId } from '../../iam/index.ts';
import { literal, type SymbolicString } from '../../symbolic/index.ts';
import type { NeededGrant } from '../model.ts';

/** A resource that actions are needed on: in canonical form, and as the author would write it. */
export interface Target {
  readonly on: SymbolicString;
  readonly written: SymbolicString;
}

/** For actions that take no resource, or whose resource is not known before they are called. */
export const ANYWHERE: Target = { on: literal('*'), written: literal('*') };

/** Without these the mapping or the function fails. */
export function required(actions: readonly ActionId[], { on, written }: Target): NeededGrant {
  return { actions, on, written, level: 'required' };
}

/** AWS lists these, but their absence alone may not break anything. */
export function documented(actions: readonly ActionId[], { on, written }: Target): NeededGrant {
  return { actions, on, written, level: 'documented' };
}
