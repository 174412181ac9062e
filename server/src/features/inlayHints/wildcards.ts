import type { IamKnowledge, PolicyValue } from '../../iam/index.ts';
import { knownText } from '../../symbolic/index.ts';
import type { HintSource, InlayHint } from './hint.ts';

/** How many actions a wildcard stands for. */
export const wildcardHints: HintSource = ({ analysis, sites }) =>
  sites
    .flatMap(({ document }) => document.statements)
    .flatMap(({ actions }) => actions?.values ?? [])
    .flatMap((value) => hintFor(value, analysis.knowledge.iam));

/** A pattern that stands for nothing is a mistake, which a rule tells. */
function hintFor({ value, node }: PolicyValue, iam: IamKnowledge): readonly InlayHint[] {
  const text = knownText(value) ?? '';
  if (!/[*?]/.test(text)) return [];
  const isAll = text === '*' || text === '*:*';
  const count = isAll ? 'every action' : countWords(iam.actionsMatching(text).length);
  return count === undefined ? [] : [{ at: node.outerSpan.end, label: count }];
}

function countWords(count: number): string | undefined {
  if (count === 0) return undefined;
  return count === 1 ? '1 action' : `${count} actions`;
}
