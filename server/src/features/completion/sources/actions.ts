import type { IamKnowledge } from '../../../iam/index.ts';
import type { Source, Suggestion, Suggestions } from '../suggestion.ts';
import { action, actionsIn, isWithin, nameOf, ofOperation, wildcard } from './actionNames.ts';
import { services } from './services.ts';

/** Actions of a statement: services first, behind the colon the service's actions; also by the name of an API operation. */
export const actions: Source<'action'> = (_, scene) => {
  const { analysis, statement, site, word } = scene;
  const { iam } = analysis.knowledge;
  const taken = actionsIn(statement);
  if (word.before.includes(':')) return ofService(word.before, taken, iam);
  const all = services(scene);
  return site?.kind === 'trust' ? { ...all, items: [...trustActions(taken), ...all.items] } : all;
};

/** The action of a Lambda permission: those that let somebody call the function, then all of Lambda's. */
export const permissionActions: Source<'permission-action'> = (_, { analysis, word }) => {
  const first = ['lambda:InvokeFunction', 'lambda:InvokeFunctionUrl'].map(action);
  const typed = word.before.includes(':') ? word.before : 'lambda:';
  const { items } = ofService(typed, new Set(first.map(({ label }) => label.toLowerCase())), analysis.knowledge.iam);
  return { items: [...first, ...items] };
};

/** The actions by which a role is assumed. Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_policy.html */
const TRUST_ACTIONS = [
  'sts:AssumeRole',
  'sts:AssumeRoleWithWebIdentity',
  'sts:AssumeRoleWithSAML',
  'sts:TagSession',
  'sts:SetSourceIdentity',
  'sts:SetContext',
];

function trustActions(taken: ReadonlySet<string>): readonly Suggestion[] {
  return TRUST_ACTIONS.filter((id) => !taken.has(id.toLowerCase())).map(action);
}

/**
 * What may stand behind the colon, as far as it has the typed letters; all of it where nothing has. A service by another name,
 * `stepfunctions:`, gives the actions of the one that is meant.
 */
function ofService(typed: string, taken: ReadonlySet<string>, iam: IamKnowledge): Suggestions {
  const written = typed.slice(0, typed.indexOf(':'));
  const prefix = iam.servicePrefixFor(written) ?? written;
  const all = suggestionsOf(written, prefix, taken, iam);
  if (/[*?]/.test(typed)) {
    const pattern = `${prefix}${typed.slice(written.length)}`;
    return { items: [{ ...wildcard(pattern, iam.actionsMatching(pattern).length), filter: typed }, ...all], incomplete: true };
  }
  const letters = typed.toLowerCase();
  const fitting = all.filter(({ filter = '' }) => isWithin(letters, filter.toLowerCase()));
  const items = eachOnce(fitting.length > 0 ? fitting : all, letters);
  return { items, incomplete: items.length < fitting.length };
}

/**
 * Without what is offered under the name of an operation while its own name has the typed letters as well, unless all of the operation's
 * name is typed.
 */
function eachOnce(items: readonly Suggestion[], letters: string): readonly Suggestion[] {
  const isByOwnName = ({ label, filter = label }: Suggestion): boolean =>
    nameOf(filter).toLowerCase() === nameOf(label).toLowerCase();
  const named = new Set(items.filter(isByOwnName).map(({ label }) => label));
  return items.filter((item) => isByOwnName(item) || !named.has(item.label) || item.filter?.toLowerCase() === letters);
}

/** The actions of a service, those that an operation of its API takes, and wildcards; compared with what is typed as the author wrote the service. */
function suggestionsOf(written: string, prefix: string, taken: ReadonlySet<string>, iam: IamKnowledge): readonly Suggestion[] {
  const filterFor = (name: string): string => `${written}:${name}`;
  const names = iam.actionNames(prefix);
  const operations = iam
    .operations()
    .filter(({ asAction }) => [written, prefix].includes(asAction.slice(0, asAction.indexOf(':')).toLowerCase()));
  return [
    ...names
      .map((name) => ({ ...action(`${prefix}:${name}`), detail: iam.accessLevel(`${prefix}:${name}`), filter: filterFor(name) }))
      .filter(({ label }) => !taken.has(label.toLowerCase())),
    ...operations.flatMap((info) => ofOperation(info, taken, filterFor(nameOf(info.asAction)))),
    ...beginnings(names).map(([name, count]) => ({ ...wildcard(`${prefix}:${name}*`, count), filter: filterFor(`${name}*`) })),
  ];
}

/** The words with which several names begin, as `Get`, each with their number; last nothing, with which all begin. */
function beginnings(names: readonly string[]): readonly (readonly [word: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const name of names) {
    const first = /^[A-Z][a-z]+(?=[A-Z])/.exec(name)?.[0];
    if (first !== undefined) counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  const several = [...counts].filter(([, count]) => count > 1);
  return names.length > 0 ? [...several, ['', names.length]] : [];
}
