import type { OperationInfo, Statement } from '../../../iam/index.ts';
import { knownText } from '../../../symbolic/index.ts';
import type { Suggestion } from '../suggestion.ts';

/** The actions that are in the list already, in lower case. */
export function actionsIn(statement: Statement | undefined): ReadonlySet<string> {
  return new Set(statement?.actions?.values.map(({ value }) => (knownText(value) ?? '').toLowerCase()));
}

export function action(id: string): Suggestion {
  return { label: id, kind: 'action', insert: { text: id } };
}

/** A pattern, with the number of actions that it stands for. */
export function wildcard(pattern: string, count: number): Suggestion {
  return {
    label: pattern,
    kind: 'wildcard',
    detail: `${count} ${count === 1 ? 'action' : 'actions'}`,
    insert: { text: pattern },
  };
}

/** The action to write in place of an API operation, for the author who knows only that. */
export function ofOperation(
  { asAction, actions: [id], kind }: OperationInfo,
  taken: ReadonlySet<string>,
  filter: string,
): readonly Suggestion[] {
  if (id === undefined || taken.has(id.toLowerCase())) return [];
  const name = nameOf(asAction);
  return [{ ...action(id), detail: kind === 'operation' ? `for the API operation ${name}` : `instead of ${name}`, filter }];
}

export function nameOf(id: string): string {
  return id.slice(id.indexOf(':') + 1);
}

/** Whether the letters stand in the text in this order, as editors match what is typed. */
export function isWithin(letters: string, text: string): boolean {
  let at = 0;
  for (const letter of text) if (letter === letters[at]) at++;
  return at === letters.length;
}
