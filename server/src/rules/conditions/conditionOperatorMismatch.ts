import type { IamKnowledge } from '../../iam/index.ts';
import { defineRule } from '../rule.ts';
import {
  conditionTestsOf,
  familyOf,
  literalValues,
  type OperatorFamily,
  type PlacedTest,
  renameOperatorFixes,
  spellingOf,
} from '../support/conditionTests.ts';
import { policySubject } from '../support/policyWalk.ts';
import { policyWith } from '../support/samples.ts';

/** An operator for values of another type than the key has. */
export const conditionOperatorMismatch = defineRule<PlacedTest & { readonly type: KeyType }>({
  id: 'condition-operator-mismatch',
  severity: 'warning',
  outcome: 'access-denied',
  docs: {
    summary: 'A condition operator does not fit the type of its key.',
    why:
      'Each key has a type. An operator for another one usually fails to compare the two, so the statement does not ' + 'apply.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html',
    aka: ['TYPE_MISMATCH', 'MISMATCHED_TYPE', 'type_mismatch'],
    bad: [
      policyWith(`NumericEquals:
  aws:SourceIp: 203.0.113.0/24
# ^^^^^^^^^^^^ aws:SourceIp is an IP address`),
    ],
    good: [
      policyWith(`IpAddress:
  aws:SourceIp: 203.0.113.0/24`),
    ],
  },

  find: (analysis) =>
    [...conditionTestsOf(analysis)].flatMap((placed) => {
      const type = mismatchedType(placed, analysis.knowledge.iam);
      return type === undefined ? [] : [{ ...placed, type }];
    }),

  diagnose: ({ test, type, site }) => ({
    span: test.keyNode.span,
    message: `${test.key} is ${TYPES[type].article} ${TYPES[type].words}, which ${test.operator} does not compare. Use ${TYPES[type].operators}.`,
    subject: policySubject(site),
  }),

  fix: (found) => {
    const { operator, type } = found;
    const name = operator && /^(?:String|Numeric|Arn)(?:Equals|Like)$|^Bool$/.test(operator.name) ? TYPES[type].equal : undefined;
    if (!operator || !name || (operator.negated && name === 'Bool')) return [];
    return renameOperatorFixes(found, spellingOf(operator, { name }), false);
  },
});

type KeyType = 'String' | 'ARN' | 'Numeric' | 'Date' | 'Bool' | 'IPAddress';

interface TypeInfo {
  readonly article: string;
  readonly words: string;
  readonly families: readonly OperatorFamily[];
  readonly operators: string;
  /** The operator for equality, where there is just one. */
  readonly equal: string | undefined;
}

/** Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
const TYPES: Readonly<Record<KeyType, TypeInfo>> = {
  // Texts may well be ARNs or binary data.
  String: {
    article: 'a',
    words: 'text',
    families: ['String', 'Arn', 'Binary'],
    operators: 'a String operator',
    equal: 'StringEquals',
  },
  ARN: { article: 'an', words: 'ARN', families: ['Arn', 'String'], operators: 'ArnEquals or ArnLike', equal: 'ArnEquals' },
  Numeric: { article: 'a', words: 'number', families: ['Numeric'], operators: 'a Numeric operator', equal: 'NumericEquals' },
  Date: { article: 'a', words: 'date', families: ['Date', 'Numeric'], operators: 'a Date operator', equal: 'DateEquals' },
  Bool: { article: 'a', words: 'boolean', families: ['Bool'], operators: 'Bool', equal: 'Bool' },
  IPAddress: {
    article: 'an',
    words: 'IP address',
    families: ['IpAddress'],
    operators: 'IpAddress or NotIpAddress',
    equal: 'IpAddress',
  },
};

/** The type of the key, where the operator does not fit it. */
function mismatchedType({ test, operator }: PlacedTest, iam: IamKnowledge): KeyType | undefined {
  const family = operator && familyOf(operator);
  const type = iam.conditionKey(test.key)?.type.replace('ArrayOf', '');
  if (family === undefined || family === 'Null' || !isKeyType(type) || TYPES[type].families.includes(family)) return undefined;
  // One single address is the same text each time; only a range needs the operator for it.
  const isRange = literalValues(test).some(({ text }) => text.includes('/'));
  return type === 'IPAddress' && family === 'String' && !isRange ? undefined : type;
}

function isKeyType(type: string | undefined): type is KeyType {
  return type !== undefined && Object.hasOwn(TYPES, type);
}
