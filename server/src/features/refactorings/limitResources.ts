import type { Analysis } from '../../analysis/index.ts';
import { draftOf } from '../../cloudformation/index.ts';
import { isWide, type NamedResources, namedResources } from '../../rules/support/wideResources.ts';
import { replaceValue } from '../../syntax/write/index.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';
import { clauseAt, type StatementPlace, statementAt } from './policyPlace.ts';
import type { Refactoring } from './refactoring.ts';

/** A statement for all resources names those of this template that its actions work on. This takes permissions away. */
export const limitResources: Refactoring = {
  kind: 'refactor.rewrite',
  *offersAt(analysis, span) {
    const place = wideStatementAt(analysis, span);
    const clause = place?.statement.resources;
    const found = place && namedResources(place, analysis);
    // One alone is a quick fix of the finding about it.
    if (!clause || !found || [...found.values()].flat().length < 2) return;
    yield {
      title: `Limit this statement to ${listed([...found.keys()])}`,
      edits: () => edits(clause.node, found, analysis),
    };
  },
};

/** The Allow of an identity policy whose only resource, at the span, stands for all there are. */
function wideStatementAt(analysis: Analysis, span: Span): StatementPlace | undefined {
  const place = statementAt(analysis, span);
  if (place?.site.kind !== 'identity' || place.statement.effect !== 'Allow') return undefined;
  const clause = clauseAt(place, span);
  const [only, ...others] = clause?.values ?? [];
  const isOnly = clause === place.statement.resources && !clause?.negated && others.length === 0;
  return isOnly && only && isWide(only.value) ? place : undefined;
}

function edits(node: Parameters<typeof replaceValue>[1], found: NamedResources, { tree }: Analysis): readonly TextEdit[] {
  const drafts = [...found.values()].flat().flatMap((value) => draftOf(value) ?? []);
  return [replaceValue(tree, node, drafts)];
}

const MOST_NAMED = 4;

function listed(ids: readonly string[]): string {
  const shown = ids.slice(0, MOST_NAMED);
  const more = ids.length > MOST_NAMED ? [`${ids.length - MOST_NAMED} more`] : [];
  const words = [...shown, ...more];
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : words.join();
}
