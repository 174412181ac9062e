import type { Analysis } from '../../analysis/index.ts';
import { charactersAt, child, type SyntaxNode, type SyntaxTree } from '../../syntax/index.ts';
import { addItem, type Draft, removeItem, replaceValue } from '../../syntax/write/index.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';
import { equalTemplate } from './equalTemplate.ts';
import { isOfSam, policyEntryAt } from './policyEntry.ts';
import { type StatementPlace, statementAt } from './policyPlace.ts';
import type { Refactoring } from './refactoring.ts';

/** Statements that are exactly what a SAM policy template stands for become that policy template. */
export const usePolicyTemplate: Refactoring = {
  kind: 'refactor.extract',
  *offersAt(analysis, span) {
    const found = inlinePolicyAt(analysis, span);
    if (!found) return;
    const { site, statement } = found.place;
    const { statements, complete } = site.document;
    const whole = complete ? equalTemplate(statements, analysis) : undefined;
    const part = whole ?? equalTemplate([statement], analysis);
    if (!part) return;
    const what = whole && statements.length > 1 ? `these ${statements.length} statements` : 'this statement';
    yield {
      title: `Use ${part.name} for ${what}`,
      edits: () => (whole ? [replaceValue(analysis.tree, found.entry, whole.entry)] : takenOut(found, part.entry, analysis)),
    };
  },
};

interface InlinePolicy {
  readonly entry: SyntaxNode;
  readonly place: StatementPlace;
}

/** The statement at the span, where it stands in the `Policies` that SAM makes a role of. */
function inlinePolicyAt(analysis: Analysis, span: Span): InlinePolicy | undefined {
  const entry = policyEntryAt(analysis, span);
  const place = entry && isOfSam(entry.owner) ? statementAt(analysis, span) : undefined;
  return entry && place?.site.document.node === entry.node && child(entry.node, 'Statement')
    ? { entry: entry.node, place }
    : undefined;
}

/** The other statements stay where they are. */
function takenOut({ entry, place }: InlinePolicy, template: Draft, { tree }: Analysis): readonly TextEdit[] {
  const list = place.statement.node.parent;
  const policies = entry.parent;
  if (list?.kind !== 'sequence' || policies?.kind !== 'sequence') return [];
  return joined(removeItem(tree, list, place.statement.node), addItem(tree, policies, template), tree);
}

/** Where the lines to add come behind those to remove, the two are one change: the line break between them belongs to both. */
function joined(removal: TextEdit, addition: TextEdit, tree: SyntaxTree): readonly TextEdit[] {
  const at = addition.span.start;
  if (at <= removal.span.start || at >= removal.span.end) return [removal, addition];
  const behind = charactersAt(tree, { start: at, end: removal.span.end });
  const newText = removal.newText + addition.newText.replace(/^\r?\n/, '') + behind;
  return [{ span: removal.span, newText }];
}
