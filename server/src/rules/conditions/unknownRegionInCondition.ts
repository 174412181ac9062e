import { defineRule } from '../rule.ts';
import { conditionTestsOf, familyOf, literalValues, type PlacedTest, type TestValue } from '../support/conditionTests.ts';
import { replaceTextFix } from '../support/edits.ts';
import { policySubject } from '../support/policyWalk.ts';
import { judgeRegion, type RegionJudgement } from '../support/regions.ts';
import { policyWith } from '../support/samples.ts';

/** A condition on a Region that does not exist. */
export const unknownRegionInCondition = defineRule<{
  readonly placed: PlacedTest;
  readonly value: TestValue;
  readonly judgement: RegionJudgement;
}>({
  id: 'unknown-region-in-condition',
  severity: 'error',
  outcome: 'access-denied',
  docs: {
    summary: 'A condition compares with a Region that does not exist.',
    why:
      'No request is made in a Region that does not exist: an Allow for it allows nothing, and a Deny for all others ' +
      'denies everything.',
    url: 'https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html',
    aka: ['INVALID_REGION'],
    bad: [
      policyWith(`StringEquals:
  aws:RequestedRegion: us-est-1
                     # ^^^^^^^^ There is no Region us-est-1`),
    ],
    good: [
      policyWith(`StringEquals:
  aws:RequestedRegion: us-east-1`),
    ],
  },

  find: (analysis) =>
    [...conditionTestsOf(analysis)].flatMap((placed) => {
      const isText = placed.operator !== undefined && familyOf(placed.operator) === 'String';
      if (!isText || !KEYS.has(placed.test.key.toLowerCase())) return [];
      return literalValues(placed.test)
        .map((value) => ({ placed, value, judgement: judgeRegion(value.text) }))
        .filter(({ value: { text }, judgement }) => judgement.verdict === 'wrong' && !/[*?]/.test(text) && text !== 'aws-global');
    }),

  diagnose: ({ placed: { site }, value, judgement: { suggestion } }) => ({
    span: value.span,
    message: `There is no Region ${value.text}, so no request comes from it. ${suggestion === undefined ? 'Write the Region’s code, such as eu-west-1.' : `Did you mean ${suggestion}?`}`,
    subject: { ...policySubject(site), ...(suggestion === undefined ? {} : { suggestion }) },
  }),

  fix: ({ value, judgement: { suggestion } }) =>
    suggestion === undefined ? [] : replaceTextFix(value.value.node, value.text, suggestion),
});

const KEYS: ReadonlySet<string> = new Set(['aws:requestedregion', 'ec2:region']);
