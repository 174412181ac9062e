import { defineRule } from '../rule.ts';
import { conditionTestsOf, type PlacedTest, renameFix } from '../support/conditionTests.ts';
import { policySubject } from '../support/policyWalk.ts';
import { sendPolicy } from '../support/samples.ts';

/** A key that says who calls, where an AWS service does. */
export const conditionKeyNotForService = defineRule<{ readonly placed: PlacedTest; readonly instead: string }>({
  id: 'condition-key-not-for-service',
  severity: 'warning',
  outcome: 'access-denied',
  docs: {
    summary: 'A condition tests the organization of the caller, but the caller is an AWS service.',
    why:
      'A service principal belongs to no organization, so its requests do not carry aws:PrincipalOrgID, and the statement ' +
      'never applies. The organization that a service works for is in aws:SourceOrgID.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourceorgid',
    aka: ['UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL'],
    bad: [
      sendPolicy(
        '{Service: sns.amazonaws.com}',
        `
        Condition:
          StringEquals:
            aws:PrincipalOrgID: o-a1b2c3d4e5
          # ^^^^^^^^^^^^^^^^^^ An AWS service belongs to no organization
        `,
      ),
    ],
    good: [
      sendPolicy(
        '{Service: sns.amazonaws.com}',
        `
        Condition:
          StringEquals:
            aws:SourceOrgID: o-a1b2c3d4e5
        `,
      ),
    ],
  },

  find: (analysis) =>
    [...conditionTestsOf(analysis)].flatMap((placed) => {
      const instead = INSTEAD.get(placed.test.key.toLowerCase());
      return instead !== undefined && isForServicesOnly(placed) ? [{ placed, instead }] : [];
    }),

  diagnose: ({ placed: { test, site }, instead }) => ({
    span: test.keyNode.span,
    message: `An AWS service belongs to no organization, so its requests do not carry ${test.key} and this statement grants nothing. Use ${instead}, the organization that it works for.`,
    subject: policySubject(site),
  }),

  fix: ({ placed: { test, statement }, instead }) => {
    const isThere = statement.conditions.some(({ key }) => key.toLowerCase() === instead.toLowerCase());
    return isThere ? [] : [renameFix(test.keyNode, instead)];
  },
});

/**
 * Keys that services’ requests lack, and those that say it for them.
 * Sources: https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html (unsupported condition key for
 * service principal), https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
const INSTEAD: ReadonlyMap<string, string> = new Map([
  ['aws:principalorgid', 'aws:SourceOrgID'],
  ['aws:principalorgpaths', 'aws:SourceOrgPaths'],
]);

function isForServicesOnly({ operator, statement: { effect, principals } }: PlacedTest): boolean {
  const isComparison = operator !== undefined && !operator.negated && !operator.ifExists && operator.name !== 'Null';
  if (!isComparison || operator.set === 'ForAllValues' || effect !== 'Allow' || !principals) return false;
  const { complete, negated, principals: named } = principals;
  return complete && !negated && named.length > 0 && named.every(({ type }) => type === 'Service');
}
