import type { Analysis } from '../../analysis/index.ts';
import { knownText } from '../../symbolic/index.ts';
import { defineRule } from '../rule.ts';
import { conditionTestsOf, type PlacedTest, renameFix } from '../support/conditionTests.ts';
import { policySubject } from '../support/policyWalk.ts';
import { policyWith } from '../support/samples.ts';

/** A condition key without its service. */
export const conditionKeyFormat = defineRule<PlacedTest>({
  id: 'condition-key-format',
  severity: 'error',
  outcome: 'deploy-fails',
  docs: {
    summary: 'A condition key lacks the service it belongs to.',
    why:
      'Condition keys are named service:key; those that all services have begin with aws:. IAM rejects a policy with a ' +
      'key of another form.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html',
    aka: ['INVALID_CONDITION_KEY_FORMAT', 'UNKNOWN_CONDITION_FOR_ACTION', 'invalid_condition_key'],
    bad: [
      policyWith(`ArnLike:
  SourceArn: arn:aws:sns:eu-west-1:123456789012:orders
# ^^^^^^^^^ SourceArn is no condition key`),
    ],
    good: [
      policyWith(`ArnLike:
  aws:SourceArn: arn:aws:sns:eu-west-1:123456789012:orders`),
    ],
  },

  find: (analysis) => [...conditionTestsOf(analysis)].filter(({ test: { key } }) => /^[^:${}]+$/.test(key)),

  diagnose: (found, analysis) => {
    const { test, site } = found;
    const meant = keyMeant(found, analysis);
    return {
      span: test.keyNode.span,
      message:
        `${test.key} is no condition key: keys have the form service:key, such as aws:SourceArn, and IAM rejects any other. ` +
        (meant === undefined ? 'Write the service in front of it.' : `Did you mean ${meant}?`),
      subject: { ...policySubject(site), ...(meant === undefined ? {} : { suggestion: meant }) },
    };
  },

  fix: (found, analysis) => {
    const meant = keyMeant(found, analysis);
    return meant === undefined ? [] : [renameFix(found.test.keyNode, meant)];
  },
});

/** The global key of this name, or that of a service whose actions the statement names. */
function keyMeant({ test: { key }, statement }: PlacedTest, { knowledge: { iam } }: Analysis): string | undefined {
  const services = statement.actions?.values.map(({ value }) => knownText(value)?.split(':')[0] ?? '') ?? [];
  const candidates = ['aws', ...services].map((service) => `${service}:${key}`);
  const known = candidates.map((candidate) => iam.conditionKey(candidate)?.key).find((found) => found !== undefined);
  return known?.includes('${') ? undefined : known;
}
