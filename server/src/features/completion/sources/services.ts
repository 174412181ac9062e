import type { IamKnowledge } from '../../../iam/index.ts';
import { hole } from '../holes.ts';
import type { Scene } from '../scene.ts';
import type { Suggestion, Suggestions } from '../suggestion.ts';
import { action, actionsIn, isWithin, nameOf, ofOperation } from './actionNames.ts';
import { othersIn } from './inTemplate.ts';

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
export function services(scene: Scene): Suggestions {
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
