import type { Statement } from '../../iam/index.ts';
import type { Grant } from '../../lambda/index.ts';
import { display, type SymbolicString } from '../../symbolic/index.ts';
import type { SyntaxTree } from '../../syntax/index.ts';
import { addItem, replaceValue, toDraft } from '../../syntax/write/index.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { WantedOn } from './fittingTemplate.ts';

/** What could be added to statements that are there, and what is left to write. */
export interface Merged {
  readonly edits: readonly TextEdit[];
  readonly rest: readonly WantedOn[];
}

/** Adds actions to the statements that the author wrote for the same resource. */
export function mergeGrants(wanted: readonly WantedOn[], grants: readonly Grant[], tree: SyntaxTree): Merged {
  const edits: TextEdit[] = [];
  const rest: WantedOn[] = [];
  for (const one of wanted) {
    const list = grants.find((grant) => isWritten(grant) && isFor(grant.statement, one.on))?.statement.actions?.node;
    if (!list) rest.push(one);
    else if (list.kind === 'sequence') edits.push(...one.actions.map((action) => addItem(tree, list, action)));
    else edits.push(replaceValue(tree, list, [toDraft(list), ...one.actions]));
  }
  return { edits, rest };
}

function isWritten({ source, guard }: Grant): boolean {
  return source === 'inline-policy' && guard.length === 0;
}

/** Whether the statement allows something on this resource alone, whatever else is the case. */
function isFor({ effect, actions, resources, conditions, conditionsComplete, guard }: Statement, on: SymbolicString): boolean {
  if (effect !== 'Allow' || actions?.negated !== false || resources?.negated !== false || guard.length > 0) return false;
  const [only, ...others] = resources.values;
  const isAlone = only !== undefined && others.length === 0 && resources.complete;
  return isAlone && conditions.length === 0 && conditionsComplete && display(only.value) === display(on);
}
