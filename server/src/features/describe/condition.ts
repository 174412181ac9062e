import type { Analysis } from '../../analysis/index.ts';
import { type ConditionKeyInfo, type IamKnowledge, type Operator, parseOperator, type Statement } from '../../iam/index.ts';
import { actionsOf, takesKey } from '../../rules/support/conditionKeySupport.ts';
import type { ConditionKeyEntity, ConditionValueEntity, OperatorEntity } from '../entities/condition.ts';
import { conditionSentence, OPERATOR_WORDS } from './conditionWords.ts';
import { code, codeList, paragraphs } from './markdown.ts';

const USER_GUIDE = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/';
const OPERATORS_URL = `${USER_GUIDE}reference_policies_elements_condition_operators.html`;
const SETS_URL = `${USER_GUIDE}reference_policies_condition-single-vs-multi-valued-context-keys.html`;
const KEYS_URL = `${USER_GUIDE}reference_policies_condition-keys.html`;

/** An operator: what it compares and how, with what `IfExists` and the set operators add. */
export function describeOperator({ operator }: OperatorEntity): string {
  const parsed = parseOperator(operator);
  const words = parsed && OPERATOR_WORDS[parsed.name];
  if (!parsed || !words)
    return paragraphs(`**${operator}**`, `IAM has no condition operator of this name. [AWS's page](${OPERATORS_URL})`);
  return paragraphs(
    `**${operator}** · condition operator`,
    words.explanation,
    ...additions(parsed),
    `[AWS's page](${parsed.set ? SETS_URL : OPERATORS_URL})`,
  );
}

function additions({ name, negated, set, ifExists }: Operator): readonly (string | undefined)[] {
  return [
    negated
      ? 'With `Not` the test holds if the key matches none of the values, and also if the request lacks the key.'
      : undefined,
    set ? SETS[set] : undefined,
    ifExists ? '`IfExists`: a request that lacks the key passes. With `Allow` that lets in whoever does not send it.' : undefined,
    negated || set || ifExists || name === 'Null'
      ? undefined
      : 'A request that lacks the key fails. Several values: one of them must match.',
  ];
}

const SETS: Readonly<Record<NonNullable<Operator['set']>, string>> = {
  ForAnyValue:
    '`ForAnyValue`: for keys with several values. At least one value of the request must match; a request that lacks the key fails.',
  ForAllValues:
    '`ForAllValues`: for keys with several values. Every value of the request must match; a request that lacks the key passes, so an `Allow` should add `Null: false` for it.',
};

/** A condition key: what it holds, and which of the statement's actions carry it. */
export function describeConditionKey({ key, statement }: ConditionKeyEntity, { knowledge: { iam } }: Analysis): string {
  const info = iam.conditionKey(key);
  if (!info) return paragraphs(`**${key}**`, `The Service Authorization Reference of ${iam.date} has no such condition key.`);
  return paragraphs(
    `**${key}** · condition key · ${typeWords(info.type)}`,
    info.description,
    isGlobal(info, iam)
      ? 'A global key: requests to every service can carry it, though not every request does.'
      : supportSentence(key, statement, iam),
    `[AWS's page](${docsOf(info, iam)}) · data of ${iam.date}`,
  );
}

/** `ArrayOfString` → `String, several values`. */
function typeWords(type: string): string {
  return type.startsWith('ArrayOf') ? `${type.slice('ArrayOf'.length)}, several values` : type || 'String';
}

function isGlobal({ key }: ConditionKeyInfo, iam: IamKnowledge): boolean {
  return iam.globalConditionKeys().some((global) => global.key === key);
}

function docsOf({ key }: ConditionKeyInfo, iam: IamKnowledge): string {
  const [prefix = ''] = key.split(':');
  if (prefix === 'aws') return `${USER_GUIDE}reference_policies_condition-keys.html`;
  return iam.service(prefix)?.docsUrl ?? KEYS_URL;
}

/** How many names of actions are listed. */
const MOST_ACTIONS = 8;

function supportSentence(key: string, statement: Statement, iam: IamKnowledge): string | undefined {
  const actions = actionsOf(statement, iam);
  if (!actions) return undefined;
  const taking = actions.filter((action) => takesKey(action, key, iam)).map(({ id }) => id);
  const others = actions.filter(({ id }) => !taking.includes(id)).map(({ id }) => id);
  if (taking.length === 0) return 'None of the actions of this statement carries it, so the condition never holds for them.';
  if (others.length === 0) return 'All actions of this statement carry it.';
  return `Carried by ${few(taking)}; not by ${few(others)}.`;
}

function few(names: readonly string[]): string {
  const rest = names.length - MOST_ACTIONS;
  return rest > 1 ? `${codeList(names.slice(0, MOST_ACTIONS))} and ${rest} more` : codeList(names);
}

/** A value that a condition compares with: the whole test as a sentence. */
export function describeConditionValue({ test, statement }: ConditionValueEntity): string {
  const others = statement.conditions.length - 1;
  return paragraphs(
    `The statement counts only if ${conditionSentence(test)}.`,
    others > 0
      ? `So must ${others === 1 ? 'the other test' : `the ${others} other tests`} of this \`Condition\`: all have to hold.`
      : undefined,
    `${code(test.operator)}: [AWS's page](${OPERATORS_URL})`,
  );
}
