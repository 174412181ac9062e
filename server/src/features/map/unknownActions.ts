import { textSpan } from '../../analysis/index.ts';
import type { Clause, PolicyValue } from '../../iam/index.ts';
import { roleAllows } from '../../lambda/index.ts';
import { knownText } from '../../symbolic/index.ts';
import type { Span } from '../../text/span.ts';
import type { FixFinder, FoundFix } from './fixes.ts';
import type { Arc, MapNode } from './model.ts';
import type { Places } from './places.ts';
import { requestOf, type UseReader } from './uses.ts';

/**
 * Actions that AWS does not have: the author wants something there, and does not get it. Each stands on the things that its statement
 * names. Where the role allows what was meant all the same, nothing is lacking.
 */
export function* unknownActionsOf(reader: UseReader, fixAt: FixFinder): Generator<Arc> {
  const { owner, places, written } = reader;
  const from = places.ofFunction(owner.fn);
  for (const { statement } of owner.role.grants) {
    if (statement.effect !== 'Allow' || !written(statement)) continue;
    for (const { action, span } of unknownNames(statement.actions, reader)) {
      const fix = fixAt(span, from.label);
      for (const to of placesOf(statement.resources?.values ?? [], action, fix, reader))
        yield unknownAction(action, span, { from, to }, fix);
    }
  }
}

function unknownNames(
  actions: Clause | undefined,
  { exists }: UseReader,
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
  reader: UseReader,
): Iterable<MapNode> {
  const nodes = new Map<string, MapNode>();
  for (const resource of resources) {
    const node = placeOf(resource, action, reader.places);
    if (node && !isAllowed(fix?.suggestion, resource, reader)) nodes.set(node.id, node);
  }
  return nodes.values();
}

function isAllowed(action: string | undefined, { value }: PolicyValue, reader: UseReader): boolean {
  return action !== undefined && roleAllows(requestOf(action, value, reader), reader.owner.role).verdict === 'granted';
}

/** A statement often has actions of several services: only on a thing of its own service does an action count. */
function placeOf({ value, node }: PolicyValue, action: string, places: Places): MapNode | undefined {
  const service = action.split(':')[0]?.toLowerCase() ?? '';
  const owner = places.resourceOf(value)?.type.split('::').at(-2)?.toLowerCase();
  if (owner !== undefined && owner !== 'serverless' && owner !== service) return undefined;
  return places.ofValue(value, 'target', service, node.outerSpan);
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
