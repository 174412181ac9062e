import { defineRule } from '../rule.ts';
import { conditionTestsOf, literalValues, type PlacedTest, type TestValue } from '../support/conditionTests.ts';
import { replaceTextFix } from '../support/edits.ts';
import { networkOf, parseIpRange } from '../support/ipRanges.ts';
import { policySubject } from '../support/policyWalk.ts';
import { policyWith } from '../support/samples.ts';

/** A range written with an address inside of it. */
export const cidrHostBits = defineRule<{ readonly placed: PlacedTest; readonly value: TestValue; readonly network: string }>({
  id: 'cidr-host-bits',
  severity: 'hint',
  outcome: 'style',
  docs: {
    summary: 'A range of IP addresses is written with an address in the middle of it.',
    why: 'The bits behind the prefix do not count. Written with its first address, a range shows where it begins.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IPAddress',
    aka: ['IMPROVE_IP_RANGE', 'invalid_ip_cidr_format'],
    bad: [
      policyWith(`IpAddress:
  aws:SourceIp: 203.0.113.7/24
              # ^^^^^^^^^^^^^^ 203.0.113.7/24 is the range 203.0.113.0/24`),
    ],
    good: [
      policyWith(`IpAddress:
  aws:SourceIp: [203.0.113.0/24, 203.0.113.7]`),
    ],
  },

  find: (analysis) =>
    [...conditionTestsOf(analysis)].flatMap((placed) => {
      if (placed.operator?.name !== 'IpAddress') return [];
      return literalValues(placed.test).flatMap((value) => {
        const range = parseIpRange(value.text);
        const network = range && networkOf(range);
        return network === undefined ? [] : [{ placed, value, network }];
      });
    }),

  diagnose: ({ placed: { site }, value, network }) => ({
    span: value.span,
    message: `${value.text} is the range ${network}: the bits behind the prefix do not count. Write its first address, or a longer prefix.`,
    subject: policySubject(site),
  }),

  fix: ({ value, network }) => replaceTextFix(value.value.node, value.text, network),
});
