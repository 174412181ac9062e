import type { ActionInfo, IamKnowledge, Statement } from '../../iam/index.ts';
import { knownText } from '../../symbolic/index.ts';
import { code } from './markdown.ts';

/** How many names a sentence holds. */
const MOST_NAMES = 8;

/** The actions of a statement as the author wrote them, told apart by a test; both lists are ready for a sentence. */
interface Parted {
  /** Those that pass; of a wildcard with how many of its actions do: `s3:Get*` (18 of 63). */
  readonly passing: string;
  readonly failing: string;
}

/**
 * Tells the actions of a statement apart. Names that do not exist and patterns for many services are left out, and so is everything
 * under `NotAction`; `undefined` when nothing is left.
 *
 * @param isOfInterest actions that are none are not counted either way
 */
export function partActions(
  { actions }: Statement,
  iam: IamKnowledge,
  passes: (action: ActionInfo) => boolean,
  isOfInterest: (action: ActionInfo) => boolean = () => true,
): Parted | undefined {
  if (!actions || actions.negated) return undefined;
  const counts = actions.values.flatMap(({ value }) => {
    const text = knownText(value) ?? '';
    const infos = expanded(text, iam).filter(isOfInterest);
    return infos.length > 0 ? [{ text, all: infos.length, passing: infos.filter(passes).length }] : [];
  });
  if (counts.length === 0) return undefined;
  return {
    passing: list(counts.filter(({ passing }) => passing > 0).map((one) => code(one.text) + share(one.passing, one.all))),
    failing: list(counts.filter(({ passing }) => passing === 0).map(({ text }) => code(text))),
  };
}

function expanded(text: string, iam: IamKnowledge): readonly ActionInfo[] {
  if (/^[^:]*[*?]/.test(text)) return [];
  const names: readonly string[] = /[*?]/.test(text) ? iam.actionsMatching(text) : [text];
  return names.flatMap((name) => iam.action(name) ?? []);
}

function share(passing: number, all: number): string {
  return passing === all ? '' : ` (${passing} of ${all})`;
}

function list(names: readonly string[]): string {
  const rest = names.length - MOST_NAMES;
  return rest > 1 ? `${names.slice(0, MOST_NAMES).join(', ')} and ${rest} more` : names.join(', ');
}
