import { defineRule } from '../rule.ts';
import {
  conditionTestsOf,
  isAllLiteral,
  isKey,
  literalValues,
  type PlacedTest,
  renameOperatorFixes,
} from '../support/conditionTests.ts';
import { policySubject } from '../support/policyWalk.ts';
import { policyWith } from '../support/samples.ts';

/** A test for multi-factor authentication that lets requests slip through. */
export const weakMfaTest = defineRule<PlacedTest & { readonly weakness: Weakness }>({
  id: 'weak-mfa-test',
  severity: 'warning',
  outcome: 'too-open',
  docs: {
    summary: 'A test for multi-factor authentication does not catch requests without the key.',
    why:
      'Requests signed with long-term keys do not carry aws:MultiFactorAuthPresent at all. A Deny needs BoolIfExists to ' +
      'catch them; an Allow needs Bool to keep them out.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-multifactorauthpresent',
    aka: ['BAD_PATTERN_FOR_MFA', 'mfa_antipattern_bool_false', 'mfa_condition_antipattern'],
    bad: [
      policyWith(
        `Bool:
#^^^ Bool does not catch requests without aws:MultiFactorAuthPresent
  aws:MultiFactorAuthPresent: "false"`,
        's3:DeleteObject',
        'Deny',
      ),
    ],
    good: [
      policyWith(
        `BoolIfExists:
  aws:MultiFactorAuthPresent: "false"`,
        's3:DeleteObject',
        'Deny',
      ),
    ],
  },

  find: (analysis) =>
    [...conditionTestsOf(analysis)].flatMap((placed) => {
      const weakness = weaknessOf(placed);
      return weakness ? [{ ...placed, weakness }] : [];
    }),

  diagnose: ({ test, weakness, site }) => ({
    span: test.operatorNode.span,
    message: WEAKNESSES[weakness],
    subject: policySubject(site),
  }),

  fix: (found) => {
    if (found.weakness === 'allows-without') return [];
    return renameOperatorFixes(found, found.weakness === 'deny-misses' ? 'BoolIfExists' : 'Bool', false);
  },
});

type Weakness = 'deny-misses' | 'allow-passes' | 'allows-without';

const WEAKNESSES: Readonly<Record<Weakness, string>> = {
  'deny-misses':
    'Bool does not catch requests without aws:MultiFactorAuthPresent, and those with long-term access keys have none: they are not denied. Use BoolIfExists.',
  'allow-passes':
    'BoolIfExists lets requests without aws:MultiFactorAuthPresent pass, and those with long-term access keys have none. Use Bool.',
  'allows-without':
    'This allows just those requests that were made without multi-factor authentication. Compare with "true", or deny with BoolIfExists and "false".',
};

function weaknessOf({ test, operator, statement: { effect } }: PlacedTest): Weakness | undefined {
  if (operator?.name !== 'Bool' || operator.set !== undefined || !isKey(test, 'aws:MultiFactorAuthPresent')) return undefined;
  const [value, ...others] = literalValues(test).map(({ text }) => text.toLowerCase());
  if (!isAllLiteral(test) || others.length > 0) return undefined;
  if (effect === 'Deny') return value === 'false' && !operator.ifExists ? 'deny-misses' : undefined;
  if (effect !== 'Allow') return undefined;
  if (value === 'false') return 'allows-without';
  return value === 'true' && operator.ifExists ? 'allow-passes' : undefined;
}
