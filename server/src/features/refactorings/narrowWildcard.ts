import type { AccessLevel, IamKnowledge } from '../../iam/index.ts';
import type { TextEdit } from '../../text/edit.ts';
import { actionAt, replaceAction } from './actionPlace.ts';
import type { Refactoring } from './refactoring.ts';
import { wildcardsFor } from './wildcardsFor.ts';

/** The access levels that belong together, and what their actions do. */
const CHOICES: readonly (readonly [does: string, levels: readonly AccessLevel[]])[] = [
  ['list', ['List']],
  ['list and read', ['List', 'Read']],
  ['list, read and write', ['List', 'Read', 'Write']],
  ['list, read, write and tag', ['List', 'Read', 'Write', 'Tagging']],
];

/** Writes the actions of some access levels for all actions of a service. This takes permissions away. */
export const narrowWildcard: Refactoring = {
  kind: 'refactor.rewrite',
  *offersAt(analysis, span) {
    const { iam } = analysis.knowledge;
    const found = actionAt(analysis, span);
    const [, written = ''] = /^([A-Za-z0-9-]+):\*$/.exec(found?.text ?? '') ?? [];
    const service = iam.service(written)?.prefix;
    if (!found || service === undefined || found.clause.negated || found.statement.effect !== 'Allow') return;
    for (const { does, names } of choicesFor(service, iam)) {
      const edits = (): readonly TextEdit[] => {
        const patterns = wildcardsFor(service, names, iam).map((name) => `${service}:${name}`);
        const edit = replaceAction(analysis, found, patterns);
        return edit ? [edit] : [];
      };
      yield { title: `Narrow ${service}:* to the ${names.length} actions that ${does}`, edits };
    }
  },
};

interface Choice {
  readonly does: string;
  readonly names: readonly string[];
}

/** Each choice that has other actions than the one before it, and not all. */
function choicesFor(service: string, iam: IamKnowledge): readonly Choice[] {
  const all = iam.actionNames(service);
  const levelOf = new Map(all.map((name) => [name, iam.accessLevel(`${service}:${name}`)]));
  const choices = CHOICES.map(([does, levels]) => ({
    does,
    names: all.filter((name) => levels.some((level) => level === levelOf.get(name))),
  }));
  return choices.filter(({ names }, i) => names.length > (choices[i - 1]?.names.length ?? 0) && names.length < all.length);
}
