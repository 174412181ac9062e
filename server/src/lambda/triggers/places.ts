import {
  branchesOf,
  evaluate,
  guardOf,
  intrinsicOf,
  propertyAt,
  type Resource,
  type Template,
} from '../../cloudformation/index.ts';
import { conjoin, contradicts, type Guard, knownText } from '../../symbolic/index.ts';
import { child, itemsOf, type SyntaxNode } from '../../syntax/index.ts';

/** A property that was reached by a pattern as `Targets[].Arn` or `Functions.*.Arn`. */
export interface Place {
  readonly template: Template;
  readonly resource: Resource;
  readonly node: SyntaxNode;
  readonly guard: Guard;
  /** Below `Properties`, with list positions: `Targets.0.Arn`. */
  readonly property: string;
  /** The pattern's steps, and the node that was reached before each of them. */
  readonly steps: readonly string[];
  readonly trail: readonly (SyntaxNode | undefined)[];
}

interface Walk {
  readonly place: Omit<Place, 'node' | 'property' | 'trail' | 'guard'>;
  readonly found: Place[];
}

const stepsOf = (pattern: string): readonly string[] => pattern.replaceAll('[]', '.[]').split('.');

/**
 * Every value at a pattern of keys below a resource's properties: `[]` stands for each item of a list, `*` for each key. Conditions
 * are looked through; where something opaque stands in the way, the search ends without a word.
 */
export function placesAt(resource: Resource, template: Template, pattern: string): readonly Place[] {
  const steps = stepsOf(pattern);
  const [first = ''] = steps;
  const start = propertyAt(template, resource, first);
  const walk: Walk = { place: { template, resource, steps }, found: [] };
  if (start) follow(start, { at: 1, guard: guardOf(resource), path: [first], trail: [resource.properties] }, walk);
  return walk.found;
}

interface Reached {
  readonly at: number;
  readonly guard: Guard;
  readonly path: readonly string[];
  readonly trail: readonly (SyntaxNode | undefined)[];
}

function follow(value: SyntaxNode, reached: Reached, walk: Walk): void {
  for (const branch of branchesOf(value)) {
    const { node } = branch;
    if (!node || contradicts(reached.guard, branch.guard)) continue;
    const here = { ...reached, guard: conjoin(reached.guard, branch.guard), trail: [...reached.trail, node] };
    const step = walk.place.steps[reached.at];
    if (step === undefined) {
      walk.found.push({ ...walk.place, node, guard: here.guard, property: here.path.join('.'), trail: here.trail });
    } else {
      for (const [key, next] of stepInto(node, step)) follow(next, { ...here, at: here.at + 1, path: [...here.path, key] }, walk);
    }
  }
}

function stepInto(node: SyntaxNode, step: string): readonly (readonly [string, SyntaxNode])[] {
  if (step === '[]') {
    if (node.kind !== 'sequence' && intrinsicOf(node)) return [];
    return itemsOf(node).map((item, i) => [String(i), item] as const);
  }
  if (intrinsicOf(node)) return [];
  if (step === '*') {
    const entries = node.kind === 'mapping' ? node.entries : [];
    return entries.flatMap(({ key, value }) => (value && !key.text.startsWith('Fn::') ? [[key.text, value] as const] : []));
  }
  const next = child(node, step);
  return next ? [[step, next]] : [];
}

/**
 * The value at another pattern that shares its beginning with the place's: for `Targets[].Arn`, `Targets[].RoleArn` is the role of the
 * same target, and `RoleArn` the one of the resource.
 */
export function siblingOf(place: Place, pattern: string): SyntaxNode | undefined {
  const steps = stepsOf(pattern);
  const shared = steps.findIndex((step, i) => step !== place.steps[i]);
  const at = shared < 0 ? steps.length : shared;
  const [first = ''] = steps;
  const start = at === 0 ? propertyAt(place.template, place.resource, first) : place.trail[at];
  return steps
    .slice(Math.max(at, 1))
    .reduce<SyntaxNode | undefined>((node, step) => child(node && (soleBranch(node) ?? node), step), start);
}

/** The value when conditions leave only one. */
function soleBranch(node: SyntaxNode): SyntaxNode | undefined {
  const [only, ...others] = branchesOf(node);
  return others.length === 0 ? only?.node : undefined;
}

/** Something that must hold beside a place for it to be a trigger. */
export type Test = (place: Place) => boolean;

/** The sibling certainly has one of these values, letter case ignored. */
export function is(pattern: string, ...values: readonly string[]): Test {
  return (place) => {
    const node = siblingOf(place, pattern);
    const text = node && knownText(evaluate(node, { template: place.template }));
    return text !== undefined && values.some((value) => value.toLowerCase() === text.toLowerCase());
  };
}

/** The sibling is not given, or only as `AWS::NoValue`. */
export function absent(pattern: string): Test {
  return (place) => !present(pattern)(place);
}

/** The sibling is given, perhaps under a condition. */
export function present(pattern: string): Test {
  return (place) => {
    const node = siblingOf(place, pattern);
    return node !== undefined && branchesOf(node).some((branch) => branch.node !== undefined);
  };
}
