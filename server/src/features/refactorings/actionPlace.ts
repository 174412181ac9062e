import type { Analysis } from '../../analysis/index.ts';
import type { Clause, PolicyValue } from '../../iam/index.ts';
import { knownText } from '../../symbolic/index.ts';
import type { Arranged } from '../../syntax/write/index.ts';
import type { TextEdit } from '../../text/edit.ts';
import { type Span, touches } from '../../text/span.ts';
import { arrangeClause, clauseAt, plainValuesOf, type StatementPlace, statementAt } from './policyPlace.ts';

/** An action in the list of a statement. */
export interface FoundAction extends StatementPlace {
  readonly clause: Clause;
  readonly values: readonly PolicyValue[];
  readonly value: PolicyValue;
  readonly text: string;
}

/** The action that a selection lies in, in a list in which all is written out. */
export function actionAt(analysis: Analysis, span: Span): FoundAction | undefined {
  const place = statementAt(analysis, span);
  const clause = place && clauseAt(place, span);
  const values = clause && clause === place.statement.actions ? plainValuesOf(clause) : undefined;
  const value = values?.find(({ node }) => touches(node.span, span.start) && touches(node.span, span.end));
  const text = value && knownText(value.value);
  return place && clause && values && value && text !== undefined ? { ...place, clause, values, value, text } : undefined;
}

/**
 * Writes other actions in the place of one. The first takes over its quotes and comments; what stands in the list already is not
 * written again.
 */
export function replaceAction(analysis: Analysis, found: FoundAction, actions: readonly string[]): TextEdit | undefined {
  const { values, value, clause } = found;
  const others = new Set(values.flatMap((each) => (each === value ? [] : [(knownText(each.value) ?? '').toLowerCase()])));
  const added = actions.filter((action) => !others.has(action.toLowerCase()));
  const written = added.map((draft, i): Arranged => (i === 0 ? { item: value.node, text: draft } : { draft }));
  const items = values.flatMap((each): readonly Arranged[] => (each === value ? written : [{ item: each.node }]));
  return arrangeClause(analysis, clause, items);
}
