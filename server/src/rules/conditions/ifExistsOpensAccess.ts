import { defineRule } from '../rule.ts';
import { conditionTestsOf, type PlacedTest, renameOperatorFixes, spellingOf } from '../support/conditionTests.ts';
import { policySubject } from '../support/policyWalk.ts';
import { sendPolicy } from '../support/samples.ts';

/** A restriction that a request without the key escapes. */
export const ifExistsOpensAccess = defineRule<PlacedTest>({
  id: 'if-exists-opens-access',
  severity: 'warning',
  outcome: 'too-open',
  docs: {
    summary: 'The only restriction of an Allow is made optional by IfExists.',
    why:
      'With IfExists a test holds for every request without the key. Where it is what keeps others out, leaving the key ' +
      'out is enough to get in.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IfExists',
    aka: ['ifexists_condition_usage'],
    bad: [
      sendPolicy(
        '"*"',
        `
        Condition:
          StringEqualsIfExists:
          #^^^^^^^^^^^^^^^^^^^ Requests without aws:PrincipalOrgID pass
            aws:PrincipalOrgID: o-a1b2c3d4e5
        `,
      ),
    ],
    good: [
      sendPolicy(
        '"*"',
        `
        Condition:
          StringEquals:
            aws:PrincipalOrgID: o-a1b2c3d4e5
        `,
      ),
    ],
  },

  find: (analysis) => [...conditionTestsOf(analysis)].filter(opensAccess),

  diagnose: ({ test, operator, site }) => ({
    span: test.operatorNode.span,
    message:
      `Requests without ${test.key} pass this test, and nothing else restricts who may use the statement. ` +
      `Write ${operator ? spellingOf(operator, { ifExists: false }) : 'the operator without IfExists'}.`,
    subject: policySubject(site),
  }),

  fix: (found) => (found.operator ? renameOperatorFixes(found, spellingOf(found.operator, { ifExists: false }), false) : []),
});

/** The keys that tell who calls, or for whom. */
const CALLER = /^aws:(?:Source(?:Arn|Account|OrgID|OrgPaths|Vpc|Vpce|Ip)|Principal(?:Account|Arn|OrgID|OrgPaths))$/i;

function opensAccess({ test, operator, statement, site }: PlacedTest): boolean {
  const { effect, conditions, conditionsComplete } = statement;
  const isOpen = site.kind === 'resource' || site.kind === 'trust';
  if (!isOpen || effect !== 'Allow' || !conditionsComplete || !operator?.ifExists || operator.negated) return false;
  return CALLER.test(test.key) && conditions.every((other) => /IfExists$/i.test(other.operator));
}
