import type { Analysis } from '../../analysis/index.ts';
import type { IamKnowledge, PolicyValue } from '../../iam/index.ts';
import { knownText } from '../../symbolic/index.ts';
import type { Arranged } from '../../syntax/write/index.ts';
import { arrangeClause, clauseAt, plainValuesOf, statementAt } from './policyPlace.ts';
import type { Refactoring } from './refactoring.ts';
import { wildcardsFor } from './wildcardsFor.ts';

/** Writes wildcards for actions, where they stand for just the same ones. */
export const shrinkActions: Refactoring = {
  kind: 'refactor.extract',
  *offersAt(analysis, span) {
    const place = statementAt(analysis, span);
    const clause = place && clauseAt(place, span);
    const values = clause && clause === place.statement.actions ? plainValuesOf(clause) : undefined;
    if (!clause || !values) return;
    for (const [service, members] of byService(values, analysis)) {
      const patterns = wildcardsFor(service, namesOf(members), analysis.knowledge.iam).map((name) => `${service}:${name}`);
      const { replaced, added } = changeTo(patterns, members);
      const wildcards = added.filter((pattern) => pattern.endsWith('*'));
      if (wildcards.length === 0 || replaced.length <= added.length) continue;
      const edit = arrangeClause(analysis, clause, shrunk(values, replaced, added));
      if (edit) yield { title: titleOf(service, replaced.length, wildcards), edits: () => [edit] };
    }
  },
};

/** An action of the list, or a pattern that ends in its only wildcard, and the names it stands for. */
interface Member {
  readonly value: PolicyValue;
  readonly names: readonly string[];
}

function byService(values: readonly PolicyValue[], { knowledge: { iam } }: Analysis): ReadonlyMap<string, readonly Member[]> {
  const services = new Map<string, Member[]>();
  for (const value of values) {
    const text = knownText(value.value) ?? '';
    const prefix = iam.service(text.slice(0, Math.max(0, text.indexOf(':'))))?.prefix;
    const names = prefix === undefined ? [] : meantBy(text, iam);
    if (prefix !== undefined && names.length > 0) services.set(prefix, [...(services.get(prefix) ?? []), { value, names }]);
  }
  return services;
}

/** The names as the reference spells them; none for what the reference does not know. */
function meantBy(text: string, iam: IamKnowledge): readonly string[] {
  if (!/^[^:*?]+:[^*?]*\*?$/.test(text)) return [];
  return iam.actionsMatching(text).map((id) => id.slice(id.indexOf(':') + 1));
}

function namesOf(members: readonly Member[]): readonly string[] {
  return [...new Set(members.flatMap(({ names }) => names))];
}

/** The values that are none of the patterns, and the patterns that are not in the list yet. */
function changeTo(patterns: readonly string[], members: readonly Member[]) {
  const textOf = ({ value }: PolicyValue): string => (knownText(value) ?? '').toLowerCase();
  const wanted = new Set(patterns.map((pattern) => pattern.toLowerCase()));
  const written = new Set(members.map(({ value }) => textOf(value)));
  return {
    replaced: members.flatMap(({ value }) => (wanted.has(textOf(value)) ? [] : [value])),
    added: patterns.filter((pattern) => !written.has(pattern.toLowerCase())),
  };
}

/** The new patterns come where the first value that they replace stood, with its quotes. */
function shrunk(values: readonly PolicyValue[], replaced: readonly PolicyValue[], added: readonly string[]): readonly Arranged[] {
  return values.flatMap((value): readonly Arranged[] => {
    if (!replaced.includes(value)) return [{ item: value.node }];
    return value === replaced[0] ? added.map((draft, i) => (i === 0 ? { item: value.node, text: draft } : { draft })) : [];
  });
}

function titleOf(service: string, count: number, wildcards: readonly string[]): string {
  const shown = wildcards.length > 3 ? `${wildcards.length} wildcards` : wildcards.join(', ');
  return `Shrink ${count} actions of ${service} into ${shown}`;
}
