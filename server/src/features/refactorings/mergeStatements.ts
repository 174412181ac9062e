import type { Analysis } from '../../analysis/index.ts';
import { type Clause, type PolicyValue, type Statement, type StatementSense, senseOf } from '../../iam/index.ts';
import { display } from '../../symbolic/index.ts';
import { charactersAt, spanInText } from '../../syntax/index.ts';
import { type Arranged, removeItem, toDraft } from '../../syntax/write/index.ts';
import { areCompatible, type TextEdit } from '../../text/edit.ts';
import { arrangeClause, plainValuesOf, type StatementPlace, statementAt } from './policyPlace.ts';
import type { Offer, Refactoring } from './refactoring.ts';

/** Makes one statement of those that differ in their actions only, or in their resources only. */
export const mergeStatements: Refactoring = {
  kind: 'refactor.rewrite',
  *offersAt(analysis, span) {
    const place = statementAt(analysis, span);
    if (!place) return;
    for (const part of ['actions', 'resources'] as const) {
      const offer = mergeBy(part, place, analysis);
      if (offer) yield offer;
    }
  },
};

type Part = 'actions' | 'resources';

/** The statements are written together where the first of them stands. */
function mergeBy(part: Part, { site, statement }: StatementPlace, analysis: Analysis): Offer | undefined {
  const key = keyWithout(part, statement);
  if (key === undefined) return undefined;
  const equal = site.document.statements.filter((each) => keyWithout(part, each) === key);
  const [first, ...others] = equal.filter(({ node }) => node.parent === statement.node.parent);
  if (!first || others.length === 0) return undefined;
  const edits = mergeEdits(part, first, others, analysis);
  return edits && { title: titleOf(part, others.length), edits: () => edits };
}

/** What the statement says besides its actions or resources; nothing where it says what is not meant. */
function keyWithout(part: Part, statement: Statement): string | undefined {
  const clause = statement[part];
  const sense = clause && !clause.negated && plainValuesOf(clause) ? senseOf(statement) : undefined;
  return sense && JSON.stringify({ ...sense, [part]: '' } satisfies StatementSense);
}

/** Nothing where a comment would be lost. */
function mergeEdits(
  part: Part,
  first: Statement,
  others: readonly Statement[],
  analysis: Analysis,
): readonly TextEdit[] | undefined {
  const { tree } = analysis;
  const clause = first[part];
  const merged = clause && arrangeClause(analysis, clause, together(part, clause, others));
  const removals = others.flatMap(({ node }) => (node.parent?.kind === 'sequence' ? [removeItem(tree, node.parent, node)] : []));
  if (!merged || removals.some(({ span }) => COMMENT.test(charactersAt(tree, span)))) return undefined;
  const edits = [merged, ...removals];
  const places = edits.map(({ span }) => ({ span: spanInText(tree, span), newText: '' }));
  return areCompatible(tree.source.text, places) ? edits : undefined;
}

const COMMENT = /(?:^|[\s,])(?:#|\/\/|\/\*)/;

/** The values of the first statement as they stand, and behind them those of the others that are new. */
function together(part: Part, { values }: Clause, others: readonly Statement[]): readonly Arranged[] {
  const spelling = ({ value }: PolicyValue): string => (part === 'actions' ? display(value).toLowerCase() : display(value));
  const seen = new Set(values.map(spelling));
  const added = others
    .flatMap((other) => other[part]?.values ?? [])
    .filter((value) => {
      const isNew = !seen.has(spelling(value));
      seen.add(spelling(value));
      return isNew;
    });
  return [...values.map(({ node }) => ({ item: node })), ...added.map(({ node }) => ({ draft: toDraft(node) }))];
}

function titleOf(part: Part, others: number): string {
  const which = others === 1 ? 'the one that differs' : `the ${others} that differ`;
  return `Merge this statement with ${which} from it in the ${part} only`;
}
