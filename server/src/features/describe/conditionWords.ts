import { type ConditionTest, parseOperator } from '../../iam/index.ts';
import { display } from '../../symbolic/index.ts';
import { code } from './markdown.ts';

/** What a condition operator does. Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
interface OperatorWords {
  /** Between key and value: `is exactly`. */
  readonly relation: string;
  /** The same where the operator is negated. */
  readonly negation: string;
  /** What is compared, and how. */
  readonly explanation: string;
}

const DATES = 'Dates are written as in ISO 8601, `2026-11-24T15:00:00Z` for instance.';

/** By the name without `Not`, the set operator and `IfExists`. */
export const OPERATOR_WORDS: Readonly<Record<string, OperatorWords>> = {
  StringEquals: {
    relation: 'is exactly',
    negation: 'is not',
    explanation: 'Compares texts. Letter case counts, and `*` and `?` are plain characters: for patterns there is `StringLike`.',
  },
  StringEqualsIgnoreCase: {
    relation: 'is, in any letter case,',
    negation: 'is not, in any letter case,',
    explanation: 'Compares texts, letter case ignored. `*` and `?` are plain characters.',
  },
  StringLike: {
    relation: 'matches',
    negation: 'does not match',
    explanation: 'Compares texts with patterns: `*` stands for any characters, `?` for one. Letter case counts.',
  },
  NumericEquals: { relation: 'equals', negation: 'does not equal', explanation: 'Compares numbers.' },
  NumericLessThan: { relation: 'is less than', negation: '', explanation: 'Compares numbers.' },
  NumericLessThanEquals: { relation: 'is at most', negation: '', explanation: 'Compares numbers.' },
  NumericGreaterThan: { relation: 'is greater than', negation: '', explanation: 'Compares numbers.' },
  NumericGreaterThanEquals: { relation: 'is at least', negation: '', explanation: 'Compares numbers.' },
  DateEquals: { relation: 'is', negation: 'is not', explanation: `Compares dates. ${DATES}` },
  DateLessThan: { relation: 'is before', negation: '', explanation: `Compares dates. ${DATES}` },
  DateLessThanEquals: { relation: 'is not after', negation: '', explanation: `Compares dates. ${DATES}` },
  DateGreaterThan: { relation: 'is after', negation: '', explanation: `Compares dates. ${DATES}` },
  DateGreaterThanEquals: { relation: 'is not before', negation: '', explanation: `Compares dates. ${DATES}` },
  Bool: { relation: 'is', negation: '', explanation: 'Compares with `true` or `false`.' },
  BinaryEquals: {
    relation: 'is the binary',
    negation: '',
    explanation: 'Compares binary data, written in Base64, byte by byte.',
  },
  IpAddress: {
    relation: 'is an address in',
    negation: 'is no address in',
    explanation: 'Compares an address with a range in CIDR notation, `203.0.113.0/24` for instance.',
  },
  ArnEquals: {
    relation: 'matches',
    negation: 'does not match',
    explanation: 'Compares ARNs field by field. `*` and `?` are wildcards inside a field; `ArnEquals` and `ArnLike` do the same.',
  },
  ArnLike: {
    relation: 'matches',
    negation: 'does not match',
    explanation: 'Compares ARNs field by field. `*` and `?` are wildcards inside a field; `ArnLike` and `ArnEquals` do the same.',
  },
  Null: {
    relation: 'is absent:',
    negation: '',
    explanation: 'Asks whether the request carries the key: `true` demands that it does not, `false` that it does.',
  },
};

/** A test in words: `aws:SourceAccount` is exactly `123456789012`. */
export function conditionSentence({ operator, key, values }: ConditionTest): string {
  const parsed = parseOperator(operator);
  const words = parsed && Object.hasOwn(OPERATOR_WORDS, parsed.name) ? OPERATOR_WORDS[parsed.name] : undefined;
  const shown =
    values.length > 3 ? `one of ${values.length} values` : values.map(({ value }) => code(display(value))).join(' or ');
  if (!parsed || !words) return `${code(key)} ${code(operator)} ${shown}`;
  const relation = parsed.negated ? words.negation : words.relation;
  const set = parsed.set === 'ForAllValues' ? 'each value of ' : parsed.set === 'ForAnyValue' ? 'a value of ' : '';
  return `${set}${code(key)} ${relation} ${shown}${parsed.ifExists ? ' (or is absent)' : ''}`;
}
