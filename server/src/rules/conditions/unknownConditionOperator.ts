import { nearest } from '../../text/nearest.ts';
import { defineRule } from '../rule.ts';
import { conditionTestsOf, OPERATOR_NAMES, type PlacedTest, renameOperatorFixes } from '../support/conditionTests.ts';
import { policySubject } from '../support/policyWalk.ts';
import { policyWith } from '../support/samples.ts';

/** A condition operator that does not exist. */
export const unknownConditionOperator = defineRule<PlacedTest>({
  id: 'unknown-condition-operator',
  severity: 'error',
  outcome: 'deploy-fails',
  docs: {
    summary: 'A condition operator does not exist.',
    why:
      'IAM knows a fixed list of operators, such as StringEquals or ArnLike. It rejects a policy with any other, so the ' +
      'deployment fails.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html',
    aka: ['INVALID_CONDITION_OPERATOR', 'UNKNOWN_OPERATOR', 'MISMATCHED_TYPE', 'invalid_operator', 'E3510'],
    bad: [
      policyWith(`StringEqual:
#^^^^^^^^^^ StringEqual is no condition operator
  s3:ExistingObjectTag/team: orders`),
    ],
    good: [
      policyWith(`ForAnyValue:StringLikeIfExists:
  aws:TagKeys: [team*]
StringEquals:
  s3:ExistingObjectTag/team: orders`),
    ],
  },

  find: (analysis) => {
    const seen = new Set<unknown>();
    return [...conditionTestsOf(analysis)].filter(
      ({ test, operator }) =>
        operator === undefined && isWritten(test.operator) && !seen.has(test.operatorNode) && seen.add(test.operatorNode),
    );
  },

  diagnose: ({ test, site }) => {
    const meant = operatorMeant(test.operator);
    return {
      span: test.operatorNode.span,
      message:
        `${test.operator} is no condition operator, so IAM rejects the policy. ` +
        (meant === undefined ? 'Write one of its operators, such as StringEquals, ArnLike or Bool.' : `Did you mean ${meant}?`),
      subject: { ...policySubject(site), ...(meant === undefined ? {} : { suggestion: meant }) },
    };
  },

  fix: (found) => {
    const meant = operatorMeant(found.test.operator);
    return meant === undefined ? [] : renameOperatorFixes(found, meant, true);
  },
});

/** Neither half-typed nor filled in by a macro. */
function isWritten(operator: string): boolean {
  return operator !== '' && !operator.startsWith('Fn::') && !operator.includes('${');
}

const SETS = ['ForAllValues', 'ForAnyValue'];
const SUFFIX = 'IfExists';
const MOST_SLIPS = 3;

/** The operator that a misspelt one was meant to be: each of its three parts as near as can be. */
function operatorMeant(written: string): string | undefined {
  const colon = written.indexOf(':');
  const set = colon < 0 ? '' : near(written.slice(0, colon), SETS);
  const rest = written.slice(colon + 1);
  const hasSuffix = rest.toLowerCase().endsWith(SUFFIX.toLowerCase());
  const name = near(hasSuffix ? rest.slice(0, -SUFFIX.length) : rest, OPERATOR_NAMES);
  if (set === undefined || name === undefined) return undefined;
  return `${set === '' ? '' : `${set}:`}${name}${hasSuffix ? SUFFIX : ''}`;
}

function near(text: string, names: readonly string[]): string | undefined {
  return nearest(text, names, () => Math.min(MOST_SLIPS, text.length / 2));
}
