import { actionAt, replaceAction } from './actionPlace.ts';
import type { Refactoring } from './refactoring.ts';

/** More than this is too long for anybody to read, and soon for a policy's size. */
const MOST = 200;

/** As many as a reader still takes in. */
const READABLE = 60;

/** Writes the actions that a wildcard stands for. */
export const expandWildcard: Refactoring = {
  kind: 'refactor.inline',
  *offersAt(analysis, span) {
    const found = actionAt(analysis, span);
    if (!found || !/^[A-Za-z0-9-]+:.*[*?]/.test(found.text)) return;
    const actions = analysis.knowledge.iam.actionsMatching(found.text);
    if (actions.length === 0 || actions.length > MOST) return;
    const edit = replaceAction(analysis, found, actions);
    if (edit) yield { title: titleOf(found.text, actions), edits: () => [edit] };
  },
};

function titleOf(pattern: string, actions: readonly string[]): string {
  const [first = ''] = actions;
  if (actions.length === 1) return `Write ${first} for ${pattern}`;
  const note = actions.length > READABLE ? ' (a long list)' : '';
  return `Expand ${pattern} into its ${actions.length} actions${note}`;
}
