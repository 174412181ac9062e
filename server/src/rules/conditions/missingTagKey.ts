import { defineRule } from '../rule.ts';
import { conditionTestsOf, type PlacedTest } from '../support/conditionTests.ts';
import { policySubject } from '../support/policyWalk.ts';
import { policyWith } from '../support/samples.ts';

/** A tag condition key without the tag. */
export const missingTagKey = defineRule<PlacedTest>({
  id: 'missing-tag-key',
  severity: 'error',
  outcome: 'deploy-fails',
  docs: {
    summary: 'A condition key for a tag does not say which tag.',
    why:
      'Keys such as aws:RequestTag end with the key of the tag that is meant. IAM rejects a policy in which it is ' + 'missing.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html',
    aka: ['MISSING_TAG_KEY_IN_CONDITION'],
    bad: [
      policyWith(`StringEquals:
  aws:ResourceTag/: orders
# ^^^^^^^^^^^^^^^^ aws:ResourceTag/ does not say which tag`),
    ],
    good: [
      policyWith(`StringEquals:
  aws:ResourceTag/team: orders`),
    ],
  },

  find: (analysis) => [...conditionTestsOf(analysis)].filter(({ test }) => BARE_TAG_KEY.test(test.key)),

  diagnose: ({ test, site }) => ({
    span: test.keyNode.span,
    message: `${test.key} does not say which tag it means, so IAM rejects the policy. Write the tag’s key behind it: ${test.key.replace(/\/?$/, '/')}team.`,
    subject: policySubject(site),
  }),
});

const BARE_TAG_KEY = /^(?:aws:(?:Request|Resource|Principal)Tag|[a-z0-9-]+:(?:Resource|Request)Tag)\/?$/i;
