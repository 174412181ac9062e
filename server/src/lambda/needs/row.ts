import type { Resource, Template } from '../../cloudformation/index.ts';
import type { Guard } from '../../symbolic/index.ts';
import type { Span } from '../../text/span.ts';
import type { LambdaFunction, NeedDefinition, NeededGrant, NeedKind } from '../model.ts';
import type { Mapping } from './mappings.ts';

/** One kind of need: a row of the needs table. */
export interface NeedRow {
  readonly kind: NeedKind;
  readonly definition: NeedDefinition;
  /** Where the function has this need, and what is needed there. */
  readonly find: (context: NeedContext) => readonly NeedPlace[];
}

export interface NeedContext {
  readonly fn: LambdaFunction;
  readonly template: Template;
  /** The event source mappings of the function, SAM's polling events among them. */
  readonly mappings: readonly Mapping[];
}

/** A property or mapping that has the need. */
export interface NeedPlace {
  readonly subject: string;
  readonly span: Span;
  readonly resource: Resource;
  readonly grants: readonly NeededGrant[];
  readonly guard: Guard;
}
