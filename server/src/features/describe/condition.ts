import type { Analysis } from '../../analysis/index.ts';
import { type ConditionKeyInfo, type IamKnowledge, type Operator, parseOperator, type Statement } from '../../iam/index.ts';
import { takesKey } from '../../rules/support/conditionKeySupport.ts';
import type { ConditionKeyEntity, ConditionValueEntity, OperatorEntity } from '../entities/condition.ts';
import { conditionSentence, OPERATOR_WORDS } from './conditionWords.ts';
import { code, paragraphs } from './markdown.ts';
import { partActions } from './statementActions.ts';

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

function supportSentence(key: string, statement: Statement, iam: IamKnowledge): string | undefined {
  const parted = partActions(statement, iam, (action) => takesKey(action, key, iam));
  if (!parted) return undefined;
  if (parted.passing === '') return 'Requests for none of the actions of this statement carry it.';
  const others = parted.failing === '' ? '' : `; not by those for ${parted.failing}`;
  return `Carried by requests for ${parted.passing}${others}.`;
}

/** A value that a condition compares with: the whole test as a sentence. */
export function describeConditionValue({ test, statement }: ConditionValueEntity): string {
  const others = statement.conditions.length - 1;
  return paragraphs(
    `The statement counts only if ${conditionSentence(test)}.`,
    others > 0
      ? `${others === 1 ? 'The other test' : `The ${others} other tests`} of this \`Condition\` must hold as well.`
      : undefined,
    `${code(test.operator)}: [AWS's page](${OPERATORS_URL})`,
  );
}
