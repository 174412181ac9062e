import type { IamKnowledge, OperationInfo, Statement } from '../../../iam/index.ts';
import { knownText } from '../../../symbolic/index.ts';
import { hole } from '../holes.ts';
import type { Scene } from '../scene.ts';
import type { Source, Suggestion, Suggestions } from '../suggestion.ts';
import { othersIn } from './inTemplate.ts';

/** Actions of a statement: services first, behind the colon the service's actions; also by the name of an API operation. */
export const actions: Source<'action'> = (_, scene) => {
  const { analysis, statement, site, word } = scene;
  const { iam } = analysis.knowledge;
  const taken = actionsIn(statement);
  if (site?.kind === 'trust' && !word.before.includes(':')) return { items: [...trustActions(taken), ...services(scene).items] };
  return word.before.includes(':') ? ofService(word.before, taken, iam) : services(scene);
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

/** The actions that are in the list already, in lower case. */
function actionsIn(statement: Statement | undefined): ReadonlySet<string> {
  return new Set(statement?.actions?.values.map(({ value }) => (knownText(value) ?? '').toLowerCase()));
}

function action(id: string): Suggestion {
  return { label: id, kind: 'action', insert: { text: id } };
}

/** Fewer letters fit too many names. */
const SHORTEST_NAME = 3;
const MOST_BY_NAME = 50;

/** What functions call every day: an order in which to show services, no statement about them. */
const COMMON =
  's3 dynamodb sqs sns lambda logs events states kms secretsmanager ssm kinesis xray bedrock ec2 cloudwatch sts iam'.split(' ');

/** The services of the statement, then those of the template's resources, then those that functions use most. */
function likelyServices(taken: ReadonlySet<string>, scene: Scene): readonly string[] {
  const types = new Set(othersIn(scene).map(({ type }) => type));
  const names = new Set([...types].map((type) => type.split('::')[1] ?? ''));
  const present = [...names].flatMap((name) => scene.analysis.knowledge.iam.servicePrefixFor(name) ?? []);
  return [
    ...new Set([
      ...[...taken].map((id) => id.slice(0, id.indexOf(':'))),
      ...present.filter((name) => COMMON.includes(name)),
      ...COMMON,
    ]),
  ];
}

/** The services, those that the statement already has in front; and what the typed letters say when they are the name of an action. */
function services(scene: Scene): Suggestions {
  const { analysis, statement, word } = scene;
  const { iam } = analysis.knowledge;
  const taken = actionsIn(statement);
  const likely = likelyServices(taken, scene);
  const name = word.before.toLowerCase();
  const fitting = iam.services().filter(({ prefix, title }) => isWithin(name, prefix) || title.toLowerCase().includes(name));
  const all = fitting.map(({ prefix, title }): Suggestion => {
    const own = `${prefix}:`;
    return { label: prefix, kind: 'service', detail: title, insert: { text: own + hole() }, again: true, example: `${own}*` };
  });
  return {
    items: [
      ...likely.flatMap((prefix) => all.find(({ label }) => label === prefix) ?? []),
      ...all.filter(({ label }) => !likely.includes(label)),
      ...(name.length < SHORTEST_NAME ? [] : byName(name, taken, iam)),
      { label: '*', kind: 'wildcard', detail: 'every action of every service', insert: { text: '*' } },
    ],
    incomplete: true,
  };
}

/** Whether the letters stand in the text in this order, as editors match what is typed. */
function isWithin(letters: string, text: string): boolean {
  let at = 0;
  for (const letter of text) if (letter === letters[at]) at++;
  return at === letters.length;
}

/** Names that begin so, then names that have it somewhere; those of common services in front. */
function byName(name: string, taken: ReadonlySet<string>, iam: IamKnowledge): readonly Suggestion[] {
  if (!/^[a-z0-9]+$/.test(name)) return [];
  const operations = iam.operations().filter(({ asAction }) => nameOf(asAction).toLowerCase().startsWith(name));
  const found = [
    ...operations.flatMap((info) => ofOperation(info, taken, nameOf(info.asAction))),
    ...iam
      .actionsMatching(`*:${name}*`)
      .flatMap((id) => (taken.has(id.toLowerCase()) ? [] : [{ ...action(id), filter: nameOf(id) }])),
  ];
  const rank = ({ label, filter }: Suggestion): number =>
    (filter?.toLowerCase().startsWith(name) ? 0 : 2) + (COMMON.includes(label.slice(0, label.indexOf(':'))) ? 0 : 1);
  return found.sort((one, other) => rank(one) - rank(other)).slice(0, MOST_BY_NAME);
}

/** The action to write in place of an API operation, for the author who knows only that. */
function ofOperation(
  { asAction, actions: [id], kind }: OperationInfo,
  taken: ReadonlySet<string>,
  filter: string,
): readonly Suggestion[] {
  if (id === undefined || taken.has(id.toLowerCase())) return [];
  const name = nameOf(asAction);
  return [{ ...action(id), detail: kind === 'operation' ? `for the API operation ${name}` : `instead of ${name}`, filter }];
}

function nameOf(id: string): string {
  return id.slice(id.indexOf(':') + 1);
}

/** What may stand behind the colon. A service by another name, `stepfunctions:`, gives the actions of the one that is meant. */
function ofService(typed: string, taken: ReadonlySet<string>, iam: IamKnowledge): Suggestions {
  const written = typed.slice(0, typed.indexOf(':'));
  const prefix = iam.servicePrefixFor(written) ?? written;
  const filterFor = (name: string): string => `${written}:${name}`;
  const ids = iam.actionNames(prefix).map((name) => ({ id: `${prefix}:${name}`, name }));
  const operations = iam
    .operations()
    .filter(({ asAction }) => [written, prefix].includes(asAction.slice(0, asAction.indexOf(':')).toLowerCase()));
  return {
    items: [
      ...ids
        .filter(({ id }) => !taken.has(id.toLowerCase()))
        .map(({ id, name }) => ({ ...action(id), detail: iam.accessLevel(id), filter: filterFor(name) })),
      ...operations.flatMap((info) => ofOperation(info, taken, filterFor(nameOf(info.asAction)))),
      ...wildcards(
        prefix,
        ids.map(({ name }) => name),
      ).map((wildcard) => ({ ...wildcard, filter: filterFor(nameOf(wildcard.label)) })),
    ],
  };
}

/** `s3:Get*` for each word with which several actions begin, and `s3:*`, with the number of actions behind each. */
function wildcards(prefix: string, names: readonly string[]): readonly Suggestion[] {
  const counts = new Map<string, number>();
  for (const name of names) {
    const first = /^[A-Z][a-z]+(?=[A-Z])/.exec(name)?.[0];
    if (first !== undefined) counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  const several = [...counts].filter(([, count]) => count > 1);
  const all: readonly (readonly [string, number])[] = names.length > 0 ? [['', names.length]] : [];
  return [...several, ...all].map(([first, count]) => {
    const id = `${prefix}:${first}*`;
    return { label: id, kind: 'wildcard', detail: `${count} ${count === 1 ? 'action' : 'actions'}`, insert: { text: id } };
  });
}
