import { textSpan } from '../../analysis/index.ts';
import type { PolicyValue } from '../../iam/index.ts';
import type { FunctionPermissions } from '../../lambda/index.ts';
import { knownText } from '../../symbolic/index.ts';
import type { FixFinder } from './fixes.ts';
import type { Written } from './grants.ts';
import type { Arc, MapNode } from './model.ts';
import type { Places } from './places.ts';

/**
 * Actions that AWS does not have: the author wants something there, and does not get it. Each stands on the things that its statement
 * names.
 */
export function* unknownActionsOf(
  owner: FunctionPermissions,
  places: Places,
  written: Written,
  exists: (action: string) => boolean,
  fixAt: FixFinder,
): Generator<Arc> {
  for (const { statement } of owner.role.grants) {
    const { actions, resources } = statement;
    if (statement.effect !== 'Allow' || !written(statement) || !actions || actions.negated) continue;
    for (const action of actions.values) {
      const text = knownText(action.value);
      if (text === undefined || /[*?]/.test(text) || exists(text)) continue;
      for (const resource of resources?.values ?? []) {
        const node = nodeFor(resource, text, places);
        if (node) yield unknownAction(text, textSpan(action.node, text), { from: places.ofFunction(owner.fn), to: node }, fixAt);
      }
    }
  }
}

/** A statement often has actions of several services: only on a thing of its own service does an action count. */
function nodeFor({ value, node }: PolicyValue, action: string, places: Places): MapNode | undefined {
  const service = action.split(':')[0]?.toLowerCase() ?? '';
  const resource = places.resourceOf(value);
  const owner = resource?.type.split('::').at(-2)?.toLowerCase();
  if (owner !== undefined && owner !== 'serverless' && owner !== service) return undefined;
  return places.ofValue(value, 'target', service, node.outerSpan);
}

function unknownAction(action: string, span: Arc['permission']['span'], ends: Pick<Arc, 'from' | 'to'>, fixAt: FixFinder): Arc {
  const fix = fixAt(span, ends.from.label);
  return {
    ...ends,
    permission: {
      actions: [action],
      because: `${action} is no action that AWS’s reference knows, so it allows nothing.`,
      verdict: fix === undefined ? 'unknown' : 'missing',
      grantedBy: [],
      span,
      fix,
    },
  };
}
