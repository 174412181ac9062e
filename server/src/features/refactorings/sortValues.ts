import type { Analysis } from '../../analysis/index.ts';
import { canonical } from '../../cloudformation/index.ts';
import type { Clause, PolicyValue } from '../../iam/index.ts';
import { display, isSame, knownText } from '../../symbolic/index.ts';
import { arrangeClause, clauseAt, plainValuesOf, statementAt } from './policyPlace.ts';
import type { Refactoring } from './refactoring.ts';

/** Sorts the actions or resources of a statement, and leaves out what is there twice. Their order means nothing to IAM. */
export const sortValues: Refactoring = {
  kind: 'refactor.rewrite',
  *offersAt(analysis, span) {
    const place = statementAt(analysis, span);
    const clause = place && clauseAt(place, span);
    const values = clause && plainValuesOf(clause);
    if (!place || !clause || !values || clause.node.kind !== 'sequence') return;
    const kind = clause === place.statement.actions ? 'actions' : 'resources';
    const sorted = withoutRepeated(values, kind, analysis).sort(inOrder);
    if (sorted.every((value, i) => value === values[i]) && sorted.length === values.length) return;
    const edit = arrangeClause(
      analysis,
      clause,
      sorted.map(({ node }) => ({ item: node })),
    );
    if (edit)
      yield { title: `Sort the ${kind}${sorted.length < values.length ? ' and remove repetitions' : ''}`, edits: () => [edit] };
  },
};

function withoutRepeated(values: Clause['values'], kind: 'actions' | 'resources', { template }: Analysis): PolicyValue[] {
  const same = (a: PolicyValue, b: PolicyValue): boolean => {
    if (kind === 'actions') {
      const text = knownText(a.value)?.toLowerCase();
      return text !== undefined && text === knownText(b.value)?.toLowerCase();
    }
    return template ? isSame(canonical(a.value, template), canonical(b.value, template)) : isSame(a.value, b.value);
  };
  return values.filter((value, i) => !values.slice(0, i).some((earlier) => same(earlier, value)));
}

function inOrder(a: PolicyValue, b: PolicyValue): number {
  const [first, second] = [display(a.value).toLowerCase(), display(b.value).toLowerCase()];
  return first < second ? -1 : first > second ? 1 : 0;
}
