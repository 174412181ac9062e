import { defineRule } from '../rule.ts';
import {
  conditionTestsOf,
  isAllLiteral,
  isKey,
  literalValues,
  type PlacedTest,
  type TestValue,
} from '../support/conditionTests.ts';
import { isPrivate, parseIpRange } from '../support/ipRanges.ts';
import { policySubject } from '../support/policyWalk.ts';
import { policyWith } from '../support/samples.ts';

/** A private address compared with the public one. */
export const privateSourceIp = defineRule<{ readonly placed: PlacedTest; readonly value: TestValue; readonly isPart: boolean }>({
  id: 'private-source-ip',
  severity: 'error',
  outcome: 'access-denied',
  docs: {
    summary: 'The key aws:SourceIp is compared with private addresses.',
    why:
      'aws:SourceIp is the public address that a request comes from. Requests through a VPC endpoint do not have it; ' +
      'their address is aws:VpcSourceIp.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourceip',
    aka: ['PRIVATE_IP_ADDRESS', 'PRIVATE_NOT_IP_ADDRESS', 'PRIVATE_IP_ADDRESS_SUBSET', 'PRIVATE_NOT_IP_ADDRESS_SUBSET'],
    bad: [
      policyWith(`IpAddress:
  aws:SourceIp: 10.0.0.0/8
              # ^^^^^^^^^^ 10.0.0.0/8 is private`),
    ],
    good: [
      policyWith(`IpAddress:
  aws:SourceIp: 203.0.113.0/24`),
    ],
  },

  find: (analysis) =>
    [...conditionTestsOf(analysis)].flatMap((placed) => {
      if (placed.operator?.name !== 'IpAddress' || !isKey(placed.test, 'aws:SourceIp')) return [];
      const values = privateValues(placed);
      const isPart = !isAllLiteral(placed.test) || values.length < placed.test.values.length;
      return values.map((value) => ({ placed, value, isPart }));
    }),

  diagnose: ({ placed: { operator, site }, value, isPart }) => ({
    span: value.span,
    message:
      `${value.text} is private, and aws:SourceIp is the public address of a request: this comparison ${operator?.negated ? 'always' : 'never'} holds. ` +
      'Use aws:VpcSourceIp for requests through a VPC endpoint, or the public range.',
    subject: policySubject(site),
    ...(isPart ? { severity: 'hint' as const, outcome: 'no-effect' as const } : {}),
  }),
});

function privateValues({ test }: PlacedTest): readonly TestValue[] {
  return literalValues(test).filter(({ text }) => {
    const range = parseIpRange(text);
    return range !== undefined && isPrivate(range);
  });
}
