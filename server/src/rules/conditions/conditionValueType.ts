import { defineRule } from '../rule.ts';
import {
  conditionTestsOf,
  familyOf,
  literalValues,
  type OperatorFamily,
  type PlacedTest,
  type TestValue,
} from '../support/conditionTests.ts';
import { replaceTextFix } from '../support/edits.ts';
import { parseIpRange } from '../support/ipRanges.ts';
import { policySubject } from '../support/policyWalk.ts';
import { policyWith } from '../support/samples.ts';

/** A value that its operator cannot read. */
export const conditionValueType = defineRule<{
  readonly placed: PlacedTest;
  readonly value: TestValue;
  readonly wanted: ValueType;
}>({
  id: 'condition-value-type',
  severity: 'warning',
  outcome: 'access-denied',
  docs: {
    summary: 'A condition’s value is not of the type that its operator compares.',
    why: 'IAM stores the value as it is. When a request comes, the comparison fails, so the statement never applies.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html',
    aka: [
      'TYPE_MISMATCH_BOOLEAN',
      'TYPE_MISMATCH_DATE',
      'TYPE_MISMATCH_IP_RANGE',
      'TYPE_MISMATCH_NUMBER',
      'TYPE_MISMATCH_STRING',
      'INVALID_DATE_VALUE',
      'MISMATCHED_TYPE_OPERATION_TO_NULL',
      'invalid_ip_cidr_format',
    ],
    bad: [
      policyWith(`Bool:
  aws:SecureTransport: "yes"
                      # ^^^ yes is no boolean
DateLessThan:
  aws:CurrentTime: tomorrow
                 # ^^^^^^^^ tomorrow is no date`),
    ],
    good: [
      policyWith(`Bool:
  aws:SecureTransport: "true"
DateLessThan:
  aws:CurrentTime: 2027-01-01T00:00:00Z`),
    ],
  },

  find: (analysis) =>
    [...conditionTestsOf(analysis)].flatMap((placed) => {
      const family = placed.operator && familyOf(placed.operator);
      const wanted = family && TYPES[family];
      if (!wanted) return [];
      return literalValues(placed.test)
        .filter(({ text }) => !wanted.accepts(text))
        .map((value) => ({ placed, value, wanted }));
    }),

  diagnose: ({ placed: { test, site }, value, wanted }) => ({
    span: value.span,
    message: `${value.text} is no ${wanted.name}, so ${test.operator} cannot compare it with ${test.key}. Write ${wanted.form}.`,
    subject: policySubject(site),
  }),

  fix: ({ value, wanted }) => {
    const meant = wanted.name === 'boolean' ? BOOLEANS.get(value.text.toLowerCase()) : undefined;
    return meant === undefined ? [] : replaceTextFix(value.value.node, value.text, meant);
  },
});

interface ValueType {
  readonly name: string;
  /** What to write, in words. */
  readonly form: string;
  readonly accepts: (text: string) => boolean;
}

const BOOLEANS: ReadonlyMap<string, string> = new Map([
  ['yes', 'true'],
  ['on', 'true'],
  ['1', 'true'],
  ['no', 'false'],
  ['off', 'false'],
  ['0', 'false'],
]);

const BOOLEAN: ValueType = { name: 'boolean', form: '"true" or "false"', accepts: (text) => /^(?:true|false)$/i.test(text) };

/** Dates may also be seconds since 1970. Source: https://www.w3.org/TR/NOTE-datetime */
const DATE = /^(?:\d+|\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?)?)?)$/;

const TYPES: Readonly<Partial<Record<OperatorFamily, ValueType>>> = {
  Bool: BOOLEAN,
  Null: BOOLEAN,
  Date: { name: 'date', form: 'a date such as 2027-01-01T00:00:00Z', accepts: (text) => DATE.test(text) },
  Numeric: { name: 'number', form: 'a number', accepts: (text) => /^[+-]?\d+(?:\.\d+)?$/.test(text) },
  IpAddress: {
    name: 'IP address or range',
    form: 'one such as 203.0.113.0/24 or 2001:db8::/32',
    accepts: (text) => parseIpRange(text) !== undefined,
  },
  Binary: {
    name: 'base64 text',
    form: 'the bytes in base64',
    accepts: (text) => /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text),
  },
  Arn: {
    name: 'ARN',
    form: 'an ARN, with wildcards where ArnLike is to match several',
    accepts: (text) => /^(?:arn:|[^:]*[*?])/.test(text),
  },
};
