import type { Analysis } from '../../analysis/index.ts';
import type { Clause, PolicyValue, Statement } from '../../iam/index.ts';
import type { PolicySite } from '../../policies/index.ts';
import { itemsOf, nodeAt, spanInText } from '../../syntax/index.ts';
import { type Arranged, arrangeItems, type Draft, replaceText, replaceValue, toDraft } from '../../syntax/write/index.ts';
import type { TextEdit } from '../../text/edit.ts';
import { encloses, type Span } from '../../text/span.ts';

/** A statement at a place, and the policy that it belongs to. */
export interface StatementPlace {
  readonly site: PolicySite;
  readonly statement: Statement;
}

/** The statement that a selection lies in. A policy inside a text is left alone: what is written there would have to be escaped. */
export function statementAt({ policies, tree }: Analysis, span: Span): StatementPlace | undefined {
  // The document of a policy file has several pieces, which only in the text lie side by side.
  const selected = spanInText(tree, span);
  const holds = (around: Span): boolean => encloses(spanInText(tree, around), selected);
  const site = policies.find(({ document }) => holds(document.span));
  const statement = site?.document.statements.find((each) => holds(each.span));
  if (!site || !statement) return undefined;
  const node = nodeAt(tree, span.start);
  const isInText = node?.kind === 'scalar' && encloses(node.span, statement.span);
  return isInText ? undefined : { site, statement };
}

/** The `Action` or `NotAction`, `Resource` or `NotResource` that a selection lies in, its key included. */
export function clauseAt({ statement: { actions, resources } }: StatementPlace, span: Span): Clause | undefined {
  return [actions, resources].find(
    (clause) => clause && encloses({ start: clause.key.span.start, end: clause.node.span.end }, span),
  );
}

/** The values of a list, or the single value in its place, as they stand in the text; nothing where some are not written out. */
export function plainValuesOf({ node, values, complete }: Clause): readonly PolicyValue[] | undefined {
  const items = itemsOf(node);
  const isPlain = complete && items.length === values.length && values.every((value, i) => value.node === items[i]);
  return isPlain && values.every(({ guard }) => guard.length === 0) ? values : undefined;
}

/** Gives a clause these values; nothing where a comment would be lost. */
export function arrangeClause({ tree }: Analysis, { node }: Clause, items: readonly Arranged[]): TextEdit | undefined {
  if (node.kind === 'sequence' && node.tag === undefined) return arrangeItems(tree, node, items);
  const [only, ...others] = items;
  if (!only) return undefined;
  if (others.length > 0) return replaceValue(tree, node, items.map(toItemDraft));
  const text = 'draft' in only ? only.draft : only.text;
  if (typeof text !== 'string' || node.kind !== 'scalar' || node.tag !== undefined) return undefined;
  return replaceText(node, 0, node.text.length, text);
}

function toItemDraft(each: Arranged): Draft {
  return 'draft' in each ? each.draft : (each.text ?? toDraft(each.item));
}
