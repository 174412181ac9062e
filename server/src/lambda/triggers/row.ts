import { canonical, evaluate, type Resource, type Template } from '../../cloudformation/index.ts';
import type { Guard, SymbolicString } from '../../symbolic/index.ts';
import type { SyntaxNode } from '../../syntax/index.ts';
import { functionReference } from '../functions.ts';
import type { Confidence, FunctionReference, TriggerDefinition } from '../model.ts';
import type { RoleOf } from './callerRoles.ts';
import { type Place, placesAt, siblingOf, type Test } from './places.ts';
import type { Source } from './sources.ts';

/** A row of the trigger table: what the integration is, and where templates hold it. */
export interface TriggerRow {
  readonly definition: TriggerDefinition;
  /** The resource types that may hold it; one ending in `*` stands for all that begin so. None: no resource does. */
  readonly types: readonly string[];
  readonly find: (resource: Resource, template: Template) => readonly Sighting[];
}

/** One place at which an integration names a function. */
export interface Sighting {
  readonly node: SyntaxNode;
  readonly target: FunctionReference;
  readonly property: string;
  readonly guard: Guard;
  readonly source?: SymbolicString | undefined;
  readonly role?: SyntaxNode | undefined;
  readonly needsSourceAccount?: boolean;
  /** In place of the row's, where the same property works in another way. */
  readonly definition?: TriggerDefinition;
}

type Described = Pick<TriggerDefinition, 'id' | 'title' | 'docsUrl'> & { readonly confidence?: Confidence };

/** The service calls as itself: the function's resource-based policy must let it in. */
export function calledBy(principal: string, row: Described & { readonly checkedAtDeployment?: boolean }): TriggerDefinition {
  const { confidence = 'high', checkedAtDeployment = false, ...rest } = row;
  return { ...rest, mechanism: 'resource-policy', principal, confidence, checkedAtDeployment, reason: undefined };
}

/** The service assumes a role of its own, which must trust the principal and allow the call. */
export function calledWithRole(callerPrincipal: string, row: Described & { readonly reason: string }): TriggerDefinition {
  const { confidence = 'high', ...rest } = row;
  return { ...rest, mechanism: 'caller-role', principal: undefined, callerPrincipal, confidence, checkedAtDeployment: false };
}

/** Nothing on the function's side is needed, and `reason` says why. */
export function needsNothing(row: Described & { readonly reason: string }): TriggerDefinition {
  const { confidence = 'high', ...rest } = row;
  return { ...rest, mechanism: 'none', principal: undefined, confidence, checkedAtDeployment: false };
}

/** Lambda polls the source with the function's execution role. */
export function polled(row: Described): TriggerDefinition {
  const reason = 'Lambda polls the source with the execution role; nobody else calls the function.';
  return { ...needsNothing({ ...row, reason }), mechanism: 'poll' };
}

/** What the rows say about properties that hold a function's name or ARN. */
export interface PlaceSpec {
  /** Patterns of properties: `Targets[].Arn`. */
  readonly at: string | readonly string[];
  /** All must hold for the property to be this trigger. */
  readonly when?: readonly Test[];
  readonly source?: Source;
  /** The pattern of the property that names the caller's role, or where else it stands. */
  readonly role?: string | RoleOf;
  readonly needsSourceAccount?: boolean;
  /** The property may also name something else than a function: only what certainly is one counts. */
  readonly others?: boolean;
}

/** Finds the properties of a specification. */
export function at(spec: PlaceSpec): TriggerRow['find'] {
  const patterns = typeof spec.at === 'string' ? [spec.at] : spec.at;
  return (resource, template) =>
    patterns.flatMap((pattern) => placesAt(resource, template, pattern)).flatMap((place) => sightingAt(place, spec));
}

function sightingAt(place: Place, spec: PlaceSpec): readonly Sighting[] {
  if (spec.when?.some((test) => !test(place))) return [];
  const target = functionReference(evaluate(place.node, { template: place.template }), place.template);
  if (spec.others && target.logicalId === undefined && !isFunctionArn(target.value)) return [];
  return [
    {
      node: place.node,
      target,
      property: place.property,
      guard: place.guard,
      source: spec.source?.(place),
      role: typeof spec.role === 'string' ? siblingOf(place, spec.role) : spec.role?.(place),
      ...(spec.needsSourceAccount ? { needsSourceAccount: true } : {}),
    },
  ];
}

/** What stands in a function's ARN or invocation URI and in no other; `lambda:invoke` in the ARN of an operation is none. */
const OF_FUNCTION = /:function:|:lambda:(?:path\/|[a-z]{2}-|$)/;

/** Whether a value certainly names some function. */
export function isFunctionArn(value: SymbolicString): boolean {
  return value.parts.some((part) => part.kind === 'text' && OF_FUNCTION.test(part.text));
}

/** For integrations that no property of a template shows. */
export const nowhere: TriggerRow['find'] = () => [];

/** The value of a node in canonical form. */
export function canonicalValue(node: SyntaxNode, template: Template): SymbolicString {
  return canonical(evaluate(node, { template }), template);
}
