import type { Analysis } from '../../analysis/index.ts';
import { display } from '../../symbolic/index.ts';
import { type Diagnosis, defineRule } from '../rule.ts';
import { isKeyOfNoAction } from '../support/conditionKeySupport.ts';
import { conditionTestsOf, type PlacedTest } from '../support/conditionTests.ts';
import { policySubject } from '../support/policyWalk.ts';
import { policyWith } from '../support/samples.ts';

/** A tag condition with actions that know no tags. */
export const tagKeyNotSupported = defineRule<PlacedTest>({
  id: 'tag-key-not-supported',
  severity: 'hint',
  outcome: 'access-denied',
  docs: {
    summary: 'A condition tests a tag that requests for these actions do not carry.',
    why:
      'Not every action tells IAM the tags of its resource or its request. For the others an Allow never applies, and a ' +
      'Deny with a negated comparison always does.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html',
    aka: [
      'DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE',
      'DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE',
      'ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE',
      'ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE',
    ],
    bad: [
      policyWith(
        `StringEquals:
  aws:RequestTag/team: orders
# ^^^^^^^^^^^^^^^^^^^ sqs:SendMessage does not carry aws:RequestTag/team`,
        'sqs:SendMessage',
      ),
    ],
    good: [
      policyWith(
        `StringEquals:
  aws:RequestTag/team: orders`,
        'sqs:CreateQueue',
      ),
    ],
  },

  find: (analysis) => [...conditionTestsOf(analysis)].filter((placed) => isUntagged(placed, analysis)),

  diagnose: ({ test, statement, operator, site }) => {
    if (statement.actions?.negated) return aboutTheRest({ test, statement, operator, site });
    const [action, ...others] = statement.actions?.values.map(({ value }) => display(value)) ?? [];
    const subject = others.length === 0 ? `${action} does not carry` : 'No action of this statement carries';
    return {
      span: test.keyNode.span,
      message:
        `${subject} ${test.key}, so this comparison ${operator?.negated ? 'always' : 'never'} holds. ` +
        'Leave these actions out of the statement, or limit them in another way.',
      subject: policySubject(site),
      ...(statement.effect === 'Deny' ? { severity: 'warning' as const } : {}),
    };
  },
});

const TAG_KEY = /^aws:(?:(?:request|resource)tag\/.+|tagkeys)$/i;

function isUntagged({ test, operator, statement, site }: PlacedTest, { knowledge: { iam } }: Analysis): boolean {
  const isComparison =
    operator !== undefined && !operator.ifExists && operator.name !== 'Null' && operator.set !== 'ForAllValues';
  if (!isComparison || site.kind !== 'identity' || !TAG_KEY.test(test.key)) return false;
  return statement.actions?.negated === true || isKeyOfNoAction(statement, test.key, iam);
}

/** `NotAction` stands for the actions of hundreds of services, of which many know no tags. */
function aboutTheRest({ test, statement, operator, site }: PlacedTest): Diagnosis {
  const does = statement.effect === 'Deny' ? 'denies' : 'allows';
  const often = operator?.negated ? 'always' : 'never';
  return {
    span: test.keyNode.span,
    message:
      `Not every action that NotAction leaves carries ${test.key}: those that do not, this statement ${often} ${does}. ` +
      'Name the actions that are meant with Action.',
    subject: policySubject(site),
  };
}
