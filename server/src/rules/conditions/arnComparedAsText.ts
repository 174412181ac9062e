import type { IamKnowledge, Operator } from '../../iam/index.ts';
import { defineRule } from '../rule.ts';
import { conditionTestsOf, type PlacedTest, renameOperatorFixes, spellingOf } from '../support/conditionTests.ts';
import { policySubject } from '../support/policyWalk.ts';
import { policyWith } from '../support/samples.ts';

/** An ARN compared with a String operator. */
export const arnComparedAsText = defineRule<PlacedTest & { readonly operator: Operator }>({
  id: 'arn-compared-as-text',
  severity: 'hint',
  outcome: 'style',
  docs: {
    summary: 'An ARN is compared with a String operator.',
    why:
      'It works, but ArnEquals and ArnLike compare an ARN field by field, so that a wildcard in one field cannot ' +
      'swallow the next.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html',
    aka: ['MISMATCHED_TYPE_BUT_USABLE'],
    bad: [
      policyWith(`StringEquals:
  aws:SourceArn: arn:aws:sns:eu-west-1:123456789012:orders
# ^^^^^^^^^^^^^ aws:SourceArn is an ARN`),
    ],
    good: [
      policyWith(`ArnEquals:
  aws:SourceArn: arn:aws:sns:eu-west-1:123456789012:orders`),
    ],
  },

  find: (analysis) =>
    [...conditionTestsOf(analysis)].flatMap((placed) => {
      const { operator } = placed;
      return operator && isArnAsText(placed, operator, analysis.knowledge.iam) ? [{ ...placed, operator }] : [];
    }),

  diagnose: ({ test, operator, site }) => ({
    span: test.keyNode.span,
    message:
      `${test.key} is an ARN. ${spellingOf(operator, { name: arnOperator(operator) })} compares it field by field, which ${test.operator} does not: ` +
      'there, a wildcard may stand for several fields.',
    subject: policySubject(site),
  }),

  fix: (found) => renameOperatorFixes(found, spellingOf(found.operator, { name: arnOperator(found.operator) }), false),
});

function isArnAsText({ test }: PlacedTest, { name }: Operator, iam: IamKnowledge): boolean {
  return (name === 'StringEquals' || name === 'StringLike') && iam.conditionKey(test.key)?.type.endsWith('ARN') === true;
}

function arnOperator({ name }: Operator): string {
  return name === 'StringLike' ? 'ArnLike' : 'ArnEquals';
}
