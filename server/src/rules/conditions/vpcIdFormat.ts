import { defineRule } from '../rule.ts';
import { conditionTestsOf, familyOf, literalValues, type PlacedTest, type TestValue } from '../support/conditionTests.ts';
import { policySubject } from '../support/policyWalk.ts';
import { policyWith } from '../support/samples.ts';

/** An id of a VPC or an endpoint that cannot be one. */
export const vpcIdFormat = defineRule<{ readonly placed: PlacedTest; readonly value: TestValue; readonly id: IdFormat }>({
  id: 'vpc-id-format',
  severity: 'error',
  outcome: 'access-denied',
  docs: {
    summary: 'A VPC or VPC endpoint id has the wrong form.',
    why:
      'Ids of VPCs are vpc- and those of endpoints vpce-, with 8 or 17 hexadecimal digits behind. Any other value ' +
      'matches no request.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html',
    aka: ['INVALID_VPC_FORMAT', 'INVALID_VPCE_FORMAT'],
    bad: [
      policyWith(`StringEquals:
  aws:SourceVpc: vpc-1
               # ^^^^^ vpc-1 is no VPC id`),
    ],
    good: [
      policyWith(`StringEquals:
  aws:SourceVpc: vpc-0123456789abcdef0`),
    ],
  },

  find: (analysis) =>
    [...conditionTestsOf(analysis)].flatMap((placed) => {
      const id = FORMATS.get(placed.test.key.toLowerCase());
      if (!id || !placed.operator || familyOf(placed.operator) !== 'String') return [];
      return literalValues(placed.test)
        .filter(({ text }) => !/[*?]/.test(text) && !id.pattern.test(text))
        .map((value) => ({ placed, value, id }));
    }),

  diagnose: ({ placed: { test, site }, value, id }) => ({
    span: value.span,
    message: `${value.text} is no ${id.name} id, so no request has it as its ${test.key}. Write one such as ${id.example}.`,
    subject: policySubject(site),
  }),
});

interface IdFormat {
  readonly name: string;
  readonly example: string;
  readonly pattern: RegExp;
}

const VPC: IdFormat = { name: 'VPC', example: 'vpc-0123456789abcdef0', pattern: /^vpc-(?:[0-9a-f]{8}|[0-9a-f]{17})$/ };
const ENDPOINT: IdFormat = {
  name: 'VPC endpoint',
  example: 'vpce-0123456789abcdef0',
  pattern: /^vpce-(?:[0-9a-f]{8}|[0-9a-f]{17})$/,
};

const FORMATS: ReadonlyMap<string, IdFormat> = new Map([
  ['aws:sourcevpc', VPC],
  ['aws:ec2instancesourcevpc', VPC],
  ['aws:sourcevpce', ENDPOINT],
]);
