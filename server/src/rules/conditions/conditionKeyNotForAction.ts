import type { Analysis } from '../../analysis/index.ts';
import { display } from '../../symbolic/index.ts';
import { defineRule } from '../rule.ts';
import { isKeyOfNoAction } from '../support/conditionKeySupport.ts';
import { conditionTestsOf, type PlacedTest } from '../support/conditionTests.ts';
import { policySubject } from '../support/policyWalk.ts';
import { policyWith } from '../support/samples.ts';

/** A service’s condition key with actions that do not have it. */
export const conditionKeyNotForAction = defineRule<PlacedTest>({
  id: 'condition-key-not-for-action',
  severity: 'warning',
  outcome: 'access-denied',
  docs: {
    summary: 'A condition key is not available for the actions of its statement.',
    why:
      'A request carries only the keys that its action has. A plain comparison with another key never holds, so the ' +
      'statement does not apply; a negated one always holds.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html',
    aka: ['UNSUPPORTED_ACTION_FOR_CONDITION_KEY', 'MISSING_ACTION_FOR_CONDITION_KEY', 'UNKNOWN_CONDITION_FOR_ACTION'],
    bad: [
      policyWith(`StringLike:
  s3:prefix: home/*
# ^^^^^^^^^ s3:GetObject does not have the key s3:prefix`),
    ],
    good: [
      policyWith(
        `StringLike:
  s3:prefix: home/*`,
        's3:ListBucket',
      ),
    ],
  },

  find: (analysis) => [...conditionTestsOf(analysis)].filter((placed) => isForeignKey(placed, analysis)),

  diagnose: ({ test, statement, operator, site }) => {
    const [action, ...others] = statement.actions?.values.map(({ value }) => display(value)) ?? [];
    const subject = others.length === 0 ? `${action} does not have` : 'No action of this statement has';
    return {
      span: test.keyNode.span,
      message:
        `${subject} the key ${test.key}, so this comparison ${operator?.negated ? 'always' : 'never'} holds. ` +
        'Put the actions that have it into a statement of their own, or use a key that these actions have.',
      subject: policySubject(site),
    };
  },
});

/** Global keys, tags and the keys of identity providers are in no service’s list, and a test of absence may be just what is meant. */
function isForeignKey({ test, operator, statement }: PlacedTest, { knowledge: { iam } }: Analysis): boolean {
  const prefix = test.key.slice(0, test.key.indexOf(':')).toLowerCase();
  if (operator === undefined || operator.ifExists || operator.name === 'Null' || operator.set === 'ForAllValues') return false;
  if (prefix === '' || prefix === 'aws' || prefix.includes('.')) return false;
  const key = iam.conditionKey(test.key)?.key;
  if (key === undefined || iam.globalConditionKeys().some((known) => known.key === key)) return false;
  return isKeyOfNoAction(statement, test.key, iam);
}
