import { textSpan } from '../../analysis/index.ts';
import type { Operator, PolicyValue } from '../../iam/index.ts';
import { display, knownText } from '../../symbolic/index.ts';
import { defineRule } from '../rule.ts';
import { conditionTestsOf, type PlacedTest, renameOperatorFixes, spellingOf } from '../support/conditionTests.ts';
import { policySubject } from '../support/policyWalk.ts';
import { policyWith } from '../support/samples.ts';

/** A wildcard that the operator takes literally. */
export const wildcardWithoutLike = defineRule<{
  readonly placed: PlacedTest;
  readonly operator: Operator;
  readonly value: PolicyValue;
}>({
  id: 'wildcard-without-like',
  severity: 'warning',
  outcome: 'access-denied',
  docs: {
    summary: 'A value has a wildcard, but its operator compares it as plain text.',
    why:
      'StringEquals compares character by character, so that * and ? stand for themselves. Wildcards work with ' +
      'StringLike, and with both ARN operators.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html',
    aka: ['WILDCARD_WITHOUT_LIKE_OPERATOR'],
    bad: [
      policyWith(`StringEquals:
  s3:ExistingObjectTag/team: orders-*
                           # ^^^^^^^^ StringEquals takes the wildcard in`),
    ],
    good: [
      policyWith(`StringLike:
  s3:ExistingObjectTag/team: orders-*`),
    ],
  },

  find: (analysis) =>
    [...conditionTestsOf(analysis)].flatMap((placed) => {
      const { operator } = placed;
      if (operator?.name !== 'StringEquals' && operator?.name !== 'StringEqualsIgnoreCase') return [];
      return placed.test.values.filter(hasWildcard).map((value) => ({ placed, operator, value }));
    }),

  diagnose: ({ placed: { test, site }, operator, value: { value, node } }) => ({
    span: textSpan(node, knownText(value) ?? ''),
    message:
      `${test.operator} takes the wildcard in ${display(value)} literally, so that hardly any request matches. ` +
      `Use ${spellingOf(operator, { name: 'StringLike' })} to match a pattern.`,
    subject: policySubject(site),
  }),

  fix: ({ placed, operator }) =>
    operator.name === 'StringEquals' ? renameOperatorFixes(placed, spellingOf(operator, { name: 'StringLike' }), true) : [],
});

/** A star or a question mark that is not escaped as `${*}` or `${?}`. */
function hasWildcard({ value }: PolicyValue): boolean {
  return value.parts.some((part) => part.kind === 'text' && /[*?]/.test(part.text.replaceAll(/\$\{[^}]*\}/g, '')));
}
