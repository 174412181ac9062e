import { defineRule } from '../rule.ts';
import { conditionTestsOf, isAllLiteral, type PlacedTest } from '../support/conditionTests.ts';
import { policySubject } from '../support/policyWalk.ts';
import { policyWith, sendPolicy } from '../support/samples.ts';

/** A key of resource policies in an identity policy, or the reverse. */
export const irrelevantConditionKey = defineRule<PlacedTest>({
  id: 'irrelevant-condition-key',
  severity: 'warning',
  outcome: 'access-denied',
  docs: {
    summary: 'A condition key says nothing in a policy of this kind.',
    why:
      'aws:SourceArn and its kin say for which resource an AWS service calls. They are in a request only when a service ' +
      'itself calls a resource, and then the resource’s policy decides. In a role’s policy such an Allow never applies. The reverse is ' +
      'aws:ResourceAccount in the policy of a queue: its account is always the queue’s own.',
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
      sendPolicy(
        '{Service: sns.amazonaws.com}',
        `
        Condition:
          ArnLike:
            aws:SourceArn: arn:aws:sns:eu-west-1:123456789012:orders
        `,
      ),
    ],
  },

  find: (analysis) => [...conditionTestsOf(analysis)].filter((placed) => isOfServices(placed) || isOfOwner(placed)),

  diagnose: ({ test, site }) =>
    site.kind === 'identity'
      ? {
          span: test.keyNode.span,
          message:
            `Requests of a role do not carry ${test.key}, so this statement grants nothing: the key is for the policies of resources that an AWS ` +
            'service calls. Remove the condition, or move it to the resource’s policy.',
          subject: policySubject(site),
        }
      : {
          span: test.keyNode.span,
          message:
            `${test.key} tells whose the resource is, and this is the policy of one resource, so the answer is always the same. ` +
            'Remove the condition, or use the key in the policies of those who call.',
          subject: policySubject(site),
          severity: 'hint',
          outcome: 'no-effect',
        },
});

/** Sent only when a service principal calls. Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
const KEYS: ReadonlySet<string> = new Set(['aws:sourcearn', 'aws:sourceaccount', 'aws:sourceorgid', 'aws:sourceorgpaths']);

/** Whose the resource is. Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-resourceaccount */
const OWNER_KEYS: ReadonlySet<string> = new Set([
  'aws:resourceaccount',
  'aws:resourceorgid',
  'aws:resourceorgpaths',
  's3:resourceaccount',
]);

/** A VPC endpoint's policy is about the resources behind it. A policy variable may compare the owner with who calls. */
function isOfOwner({ test, site }: PlacedTest): boolean {
  const isOfOneResource = site.kind === 'resource' && site.owner !== undefined && site.owner.type !== 'AWS::EC2::VPCEndpoint';
  return isOfOneResource && OWNER_KEYS.has(test.key.toLowerCase()) && isAllLiteral(test);
}

function isOfServices({ test, operator, statement, site }: PlacedTest): boolean {
  const isComparison = operator !== undefined && !operator.negated && !operator.ifExists && operator.name !== 'Null';
  const isJudged = site.kind === 'identity' && statement.effect === 'Allow' && operator?.set !== 'ForAllValues';
  return isComparison && isJudged && KEYS.has(test.key.toLowerCase());
}
