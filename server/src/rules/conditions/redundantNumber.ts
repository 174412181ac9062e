import { removeItem } from '../../syntax/write/index.ts';
import { defineRule } from '../rule.ts';
import { conditionTestsOf, isAllLiteral, literalValues, type PlacedTest, type TestValue } from '../support/conditionTests.ts';
import { policySubject } from '../support/policyWalk.ts';
import { policyWith } from '../support/samples.ts';

/** Several limits of which one decides. */
export const redundantNumber = defineRule<{
  readonly placed: PlacedTest;
  readonly value: TestValue;
  readonly deciding: TestValue;
}>({
  id: 'redundant-number',
  severity: 'hint',
  outcome: 'no-effect',
  docs: {
    summary: 'A number is compared with several limits, of which only one counts.',
    why:
      'The values of a list are alternatives. Of several upper limits the highest decides, of several lower ones the ' +
      'lowest.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Numeric',
    aka: ['REDUNDANT_CONDITION_VALUE_NUM'],
    bad: [
      policyWith(
        `NumericLessThan:
  s3:max-keys: [5, 10]
              # ^ Of these limits only 10 counts`,
        's3:ListBucket',
      ),
    ],
    good: [
      policyWith(
        `NumericLessThan:
  s3:max-keys: 10`,
        's3:ListBucket',
      ),
    ],
  },

  find: (analysis) => [...conditionTestsOf(analysis)].flatMap(redundantIn),

  diagnose: ({ placed: { test, site }, value, deciding }) => ({
    span: value.span,
    message: `Of these limits only ${deciding.text} counts: the values are alternatives, and whatever satisfies ${test.operator} with ${value.text} also does with ${deciding.text}.`,
    subject: policySubject(site),
    related: [{ span: deciding.span, message: 'The limit that counts.' }],
  }),

  fix: ({ value: { value, text } }, { tree }) => {
    const { parent } = value.node;
    if (parent?.kind !== 'sequence') return [];
    return [{ title: `Remove ${text}`, preferred: true, edits: [removeItem(tree, parent, value.node)] }];
  },
});

interface Redundant {
  readonly placed: PlacedTest;
  readonly value: TestValue;
  readonly deciding: TestValue;
}

function redundantIn(placed: PlacedTest): readonly Redundant[] {
  const [, direction] = /^Numeric(Less|Greater)Than(?:Equals)?$/.exec(placed.operator?.name ?? '') ?? [];
  const values = literalValues(placed.test);
  const isCertain =
    isAllLiteral(placed.test) && values.every(({ text, value }) => /^-?\d+$/.test(text) && value.guard.length === 0);
  if (direction === undefined || !isCertain || values.length < 2) return [];
  const sorted = [...values].sort((a, b) => Number(a.text) - Number(b.text));
  const deciding = direction === 'Less' ? sorted.at(-1) : sorted[0];
  return deciding ? values.filter((value) => value !== deciding).map((value) => ({ placed, value, deciding })) : [];
}
