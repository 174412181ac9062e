import type { Analysis } from '../analysis/index.ts';
import type { Offset } from '../text/span.ts';
import { describeFunction } from './describe/function.ts';
import { entityAt } from './entity.ts';

export interface FunctionPage {
  readonly logicalId: string;
  readonly markdown: string;
}

/**
 * The whole account of a function in Markdown: what its hover says, with nothing left out.
 *
 * @param which its logical id, or a place in what belongs to it: its name, a reference to it, a trigger
 * @returns nothing where no function is
 */
export function functionPage(analysis: Analysis, which: string | Offset): FunctionPage | undefined {
  const logicalId = typeof which === 'string' ? which : functionAt(analysis, which);
  const found = analysis.permissions.functions.find(({ fn }) => fn.logicalId === logicalId);
  return found && { logicalId: found.fn.logicalId, markdown: describeFunction(found, analysis, Number.POSITIVE_INFINITY) };
}

function functionAt(analysis: Analysis, offset: Offset): string | undefined {
  const entity = entityAt(analysis, offset);
  if (entity?.kind === 'function') return entity.permissions.fn.logicalId;
  return entity?.kind === 'trigger' ? entity.owner.fn.logicalId : undefined;
}
