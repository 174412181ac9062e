import type { ActionInfo, ConditionKeyInfo, IamKnowledge } from '../../../iam/index.ts';
import { parseOperator } from '../../../iam/index.ts';
import type { PolicyKind } from '../../../policies/index.ts';
import { familyOf, OPERATOR_NAMES, type OperatorFamily } from '../../../rules/support/conditionTests.ts';
import { child, entryOf } from '../../../syntax/index.ts';
import { hole, withHoles } from '../holes.ts';
import type { Scene } from '../scene.ts';
import type { Source, Suggestion } from '../suggestion.ts';
import { actionsOf } from './resources.ts';

/** The operators by what is asked for most; those that compare the same way in other forms behind them. */
export const operators: Source<'condition-operator'> = (_, { statement, word }) => {
  const condition = child(statement?.node, 'Condition');
  const names = [
    ...OPERATOR_NAMES,
    ...OPERATOR_NAMES.filter((name) => name !== 'Null').map((name) => `${name}IfExists`),
    ...OPERATOR_NAMES.filter((name) => /^(?:String|Arn)/.test(name)).flatMap((name) => [
      `ForAnyValue:${name}`,
      `ForAllValues:${name}`,
    ]),
  ];
  return {
    items: names
      .filter((name) => !isOther(entryOf(condition, name), word.node))
      .map((name) => ({
        label: name,
        kind: 'key',
        insert: { key: name, value: { entries: [[hole('key'), hole('value')]] } },
      })),
  };
};

/**
 * What policies of a kind are limited by more than by anything else.
 * Sources: https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html,
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-user_externalid.html
 */
const FIRST: Readonly<Partial<Record<PolicyKind, readonly string[]>>> = {
  resource: ['aws:SourceArn', 'aws:SourceAccount', 'aws:SourceOrgID', 'aws:PrincipalOrgID', 'aws:SecureTransport'],
  trust: ['sts:ExternalId', 'aws:SourceArn', 'aws:SourceAccount', 'aws:PrincipalOrgID'],
};

/** The keys that the actions support, then those that every request may carry; those that suit the operator in front of the others. */
export const conditionKeys: Source<'condition-key'> = ({ operator }, scene) => {
  const { iam } = scene.analysis.knowledge;
  const { site, statement, word } = scene;
  const own = actionsOf(statement, iam).flatMap((action) => keysOf(action, iam));
  const global = iam.globalConditionKeys().map(({ key }) => key);
  const asked = /^([a-z0-9-]+):/.exec(word.before)?.[1];
  const ofService = asked === undefined || asked === 'aws' ? [] : iam.conditionKeys(asked).map(({ key }) => key);
  const first = FIRST[site?.kind ?? 'unknown'] ?? [];
  const names = [...new Set([...first, ...own.filter((key) => !key.startsWith('aws:')), ...own, ...global, ...ofService])];
  const present = child(child(statement?.node, 'Condition'), operator);
  const family = familyOf(parseOperator(operator) ?? { name: operator, negated: false, set: undefined, ifExists: false });
  const infos = names
    .flatMap((name) => iam.conditionKey(name) ?? [])
    .filter(({ key }) => !isOther(entryOf(present, key), word.node));
  const suits = (info: ConditionKeyInfo): boolean => family === undefined || family === 'Null' || suit(info, family);
  return { items: [...infos.filter(suits), ...infos.filter((info) => !suits(info))].map(keySuggestion) };
};

function isOther(entry: ReturnType<typeof entryOf>, word: Scene['word']['node']): boolean {
  return entry !== undefined && entry.key !== word;
}

function keySuggestion({ key, type }: ConditionKeyInfo): Suggestion {
  return {
    label: key,
    kind: 'key',
    detail: type,
    insert: { key: withHoles(key), value: hole() },
    subject: key.replace(/(?:\$\{|<).*$/, ''),
  };
}

/** The keys of requests for an action, and for the resources that it may be limited to. */
function keysOf({ service, conditionKeys: keys, resources }: ActionInfo, iam: IamKnowledge): readonly string[] {
  return [...keys, ...resources.flatMap(({ type }) => iam.resourceType(service, type)?.conditionKeys ?? [])];
}

/** Whether an operator compares values of a key's type. Texts may be compared with all that is written as one. */
function suit({ type }: ConditionKeyInfo, family: OperatorFamily): boolean {
  const bare = type.replace('ArrayOf', '').toLowerCase();
  if (family === 'String') return bare === 'string' || bare === '';
  if (family === 'IpAddress') return bare === 'ipaddress';
  return bare === family.toLowerCase();
}
