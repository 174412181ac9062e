import { textSpan } from '../../analysis/index.ts';
import type { Clause, PolicyValue } from '../../iam/index.ts';
import type { FunctionPermissions } from '../../lambda/index.ts';
import { knownText, type SymbolicString } from '../../symbolic/index.ts';
import type { Span } from '../../text/span.ts';
import type { FoundFix } from './fixes.ts';
import type { Arc, MapNode } from './model.ts';
import type { Places } from './places.ts';
import type { Scene } from './scene.ts';
import { mayUse } from './uses.ts';

/**
 * Actions that AWS does not have: the author wants something there, and does not get it. Each stands on the things that its statement
 * names. Where the role allows what was meant all the same, nothing is lacking.
 */
export function* unknownActionsOf(owner: FunctionPermissions, scene: Scene): Generator<Arc> {
  const { places, written, fixAt } = scene;
  const from = places.ofFunction(owner.fn);
  for (const { statement } of owner.role.grants) {
    if (statement.effect !== 'Allow' || !written(statement)) continue;
    for (const { action, span } of unknownNames(statement.actions, scene)) {
      const fix = fixAt(span, from.label);
      for (const to of placesOf(statement.resources?.values ?? [], action, fix, { owner, scene }))
        yield unknownAction(action, span, { from, to }, fix);
    }
  }
}

function unknownNames(
  actions: Clause | undefined,
  { exists }: Scene,
): readonly { readonly action: string; readonly span: Span }[] {
  if (!actions || actions.negated) return [];
  return actions.values.flatMap(({ value, node }) => {
    const action = knownText(value);
    return action === undefined || /[*?]/.test(action) || exists(action) ? [] : [{ action, span: textSpan(node, action) }];
  });
}

/** The things that the action is wanted on, each once. */
function placesOf(
  resources: readonly PolicyValue[],
  action: string,
  fix: FoundFix | undefined,
  { owner, scene }: { readonly owner: FunctionPermissions; readonly scene: Scene },
): Iterable<MapNode> {
  const nodes = new Map<string, MapNode>();
  for (const { value, node: written } of resources) {
    const node = placeOf(value, action, written.outerSpan, scene.places);
    const isAllowed = fix?.suggestion !== undefined && mayUse(owner, fix.suggestion, value, scene.template) === 'granted';
    if (node && !isAllowed) nodes.set(node.id, node);
  }
  return nodes.values();
}

/** A statement often has actions of several services: only on a thing of its own service does an action count. */
function placeOf(value: SymbolicString, action: string, span: Span, places: Places): MapNode | undefined {
  const service = action.split(':')[0]?.toLowerCase() ?? '';
  const owner = places.serviceOf(value);
  return owner === undefined || owner === service ? places.ofValue(value, 'target', service, span) : undefined;
}

function unknownAction(action: string, span: Span, ends: Pick<Arc, 'from' | 'to'>, fix: FoundFix | undefined): Arc {
  return {
    ...ends,
    permission: {
      actions: [action],
      because: `${action} is no action that AWS’s reference knows, so it allows nothing.`,
      verdict: fix === undefined ? 'unknown' : 'missing',
      grantedBy: [],
      span,
      fix: fix?.title,
    },
  };
}
