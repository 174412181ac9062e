import { defineRule } from '../rule.ts';
import { conditionTestsOf, type PlacedTest } from '../support/conditionTests.ts';
import { policySubject } from '../support/policyWalk.ts';
import { policyWith } from '../support/samples.ts';

/** A private address without the network that it is in. */
export const missingPairedKey = defineRule<{ readonly placed: PlacedTest; readonly partners: readonly string[] }>({
  id: 'missing-paired-key',
  severity: 'warning',
  outcome: 'too-open',
  docs: {
    summary: 'A condition on a private address does not say in which VPC.',
    why:
      'Private addresses are the same in every VPC, also in those of other accounts. Only together with the VPC or the ' +
      'endpoint do they say where a request comes from.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-vpcsourceip',
    aka: ['MISSING_PAIRED_CONDITION_KEYS'],
    bad: [
      policyWith(`IpAddress:
  aws:VpcSourceIp: 10.0.0.0/8
# ^^^^^^^^^^^^^^^ aws:VpcSourceIp alone matches that address in anybody’s VPC`),
    ],
    good: [
      policyWith(`IpAddress:
  aws:VpcSourceIp: 10.0.0.0/8
StringEquals:
  aws:SourceVpc: vpc-0123456789abcdef0`),
    ],
  },

  find: (analysis) =>
    [...conditionTestsOf(analysis)].flatMap((placed) => {
      const partners = PARTNERS.get(placed.test.key.toLowerCase());
      const { conditions, conditionsComplete, effect } = placed.statement;
      const isPaired = conditions.some(({ key }) => partners?.some((partner) => partner.toLowerCase() === key.toLowerCase()));
      const isJudged = effect === 'Allow' && conditionsComplete && !placed.operator?.negated && placed.operator?.name !== 'Null';
      return partners && isJudged && !isPaired ? [{ placed, partners }] : [];
    }),

  diagnose: ({ placed: { test, site }, partners }) => ({
    span: test.keyNode.span,
    message: `${test.key} alone matches that address in anybody’s VPC. Name the network as well, with ${partners.join(' or ')}.`,
    subject: policySubject(site),
  }),
});

/** Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
const PARTNERS: ReadonlyMap<string, readonly string[]> = new Map([
  ['aws:vpcsourceip', ['aws:SourceVpc', 'aws:SourceVpce', 'aws:SourceVpcArn']],
  ['aws:ec2instancesourceprivateipv4', ['aws:Ec2InstanceSourceVpc']],
]);
