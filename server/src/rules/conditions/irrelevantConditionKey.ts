import { defineRule } from '../rule.ts';
import { conditionTestsOf, type PlacedTest } from '../support/conditionTests.ts';
import { policySubject } from '../support/policyWalk.ts';
import { policyWith } from '../support/samples.ts';

/** A key of resource policies in an identity policy. */
export const irrelevantConditionKey = defineRule<PlacedTest>({
  id: 'irrelevant-condition-key',
  severity: 'warning',
  outcome: 'access-denied',
  docs: {
    summary: 'A condition key that only calls by AWS services carry stands in the policy of a role.',
    why:
      'aws:SourceArn and its kin say for which resource an AWS service calls. They are in a request only when a service ' +
      'itself calls a resource, and then the resource’s policy decides. In a role’s policy such an Allow never applies.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourcearn',
    aka: ['IRRELEVANT_CONDITION_KEY_IN_POLICY'],
    bad: [
      policyWith(
        `ArnLike:
  aws:SourceArn: arn:aws:sns:eu-west-1:123456789012:orders
# ^^^^^^^^^^^^^ Requests of a role do not carry aws:SourceArn`,
        'sqs:SendMessage',
      ),
    ],
    good: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Principal: {Service: sns.amazonaws.com}
    Action: sqs:SendMessage
    Resource: arn:aws:sqs:eu-west-1:123456789012:orders
    Condition:
      ArnLike:
        aws:SourceArn: arn:aws:sns:eu-west-1:123456789012:orders
`,
    ],
  },

  find: (analysis) => [...conditionTestsOf(analysis)].filter(isIrrelevant),

  diagnose: ({ test, site }) => ({
    span: test.keyNode.span,
    message:
      `Requests of a role do not carry ${test.key}, so this statement grants nothing: the key is for the policies of resources that an AWS ` +
      'service calls. Remove the condition, or move it to the resource’s policy.',
    subject: policySubject(site),
  }),
});

/** Sent only when a service principal calls. Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
const KEYS: ReadonlySet<string> = new Set(['aws:sourcearn', 'aws:sourceaccount', 'aws:sourceorgid', 'aws:sourceorgpaths']);

function isIrrelevant({ test, operator, statement, site }: PlacedTest): boolean {
  const isComparison = operator !== undefined && !operator.negated && !operator.ifExists && operator.name !== 'Null';
  const isJudged = site.kind === 'identity' && statement.effect === 'Allow' && operator?.set !== 'ForAllValues';
  return isComparison && isJudged && KEYS.has(test.key.toLowerCase());
}
