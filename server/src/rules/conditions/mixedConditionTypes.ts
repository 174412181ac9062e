import { replaceValue } from '../../syntax/write/index.ts';
import { defineRule } from '../rule.ts';
import { conditionTestsOf, type PlacedTest } from '../support/conditionTests.ts';
import { policySubject } from '../support/policyWalk.ts';
import { policyWith } from '../support/samples.ts';

/** Numbers, booleans and texts in one list of values. */
export const mixedConditionTypes = defineRule<PlacedTest>({
  id: 'mixed-condition-types',
  severity: 'error',
  outcome: 'deploy-fails',
  docs: {
    summary: 'The values of a condition key are of different JSON types.',
    why: 'IAM wants all values of a list in one type. Texts are right for every operator: "1" is a number to ' + 'NumericEquals.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html',
    aka: ['INVALID_CONDITION_DATA_TYPE'],
    bad: [
      policyWith(`NumericEquals:
  s3:signatureAge: [600, "1200"]
# ^^^^^^^^^^^^^^^ The values of s3:signatureAge are partly`),
    ],
    good: [
      policyWith(`NumericEquals:
  s3:signatureAge: ["600", "1200"]`),
    ],
  },

  // What CloudFormation makes of numbers in a template is its own affair.
  find: (analysis) =>
    analysis.kind === 'policy' ? [...conditionTestsOf(analysis)].filter((placed) => typesIn(placed).length > 1) : [],

  diagnose: (found) => {
    const names = typesIn(found).map((type) => (type === 'string' ? 'texts' : `${type}s`));
    return {
      span: found.test.keyNode.span,
      message: `The values of ${found.test.key} are partly ${names.join(', partly ')}, which IAM rejects. Write all of them as texts, in quotes.`,
      subject: policySubject(found.site),
    };
  },

  fix: ({ test: { values } }, { tree }) => [
    {
      title: 'Write all values as texts',
      preferred: true,
      edits: values.flatMap(({ node }) =>
        node.kind === 'scalar' && typeof node.value !== 'string' ? [replaceValue(tree, node, node.text)] : [],
      ),
    },
  ],
});

function typesIn({ test: { values } }: PlacedTest): readonly string[] {
  return [...new Set(values.flatMap(({ node }) => (node.kind === 'scalar' ? [typeof node.value] : [])))].sort();
}
