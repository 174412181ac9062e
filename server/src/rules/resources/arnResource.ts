import type { IamKnowledge } from '../../iam/index.ts';
import { display } from '../../symbolic/index.ts';
import { defineRule } from '../rule.ts';
import { formatsFor, formatsOf, hasFormats } from '../support/arnFormats.ts';
import { arnsOf, fieldSpan, fieldText, type PlacedArn } from '../support/arnPlaces.ts';
import { policySubject } from '../support/policyWalk.ts';

/** A resource part that no resource of the service has. */
export const arnResource = defineRule<PlacedArn>({
  id: 'arn-resource',
  severity: 'warning',
  outcome: 'access-denied',
  docs: {
    summary: 'The last part of an ARN has not the form of any resource of its service.',
    why:
      'Each service writes its resources in its own way: function:worker, table/orders, rule/nightly. An ARN with ' +
      'another form matches nothing.',
    url: 'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
    aka: ['INVALID_ARN_RESOURCE', 'INVALID_ARN', 'invalid_resource'],
    bad: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: lambda:InvokeFunction
    Resource: arn:aws:lambda:us-east-1:123456789012:worker
                                                  # ^^^^^^ worker is not how
`,
    ],
    good: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: lambda:InvokeFunction
    Resource: arn:aws:lambda:us-east-1:123456789012:function:worker
`,
    ],
  },

  find: (analysis) => [...arnsOf(analysis)].filter((placed) => isForeignForm(placed, analysis.knowledge.iam)),

  diagnose: (placed, { knowledge: { iam } }) => {
    const service = fieldText(placed.arn.service) ?? '';
    return {
      span: fieldSpan(placed, 'resource'),
      message:
        `${display(placed.arn.resource)} is not how ${iam.service(service)?.title ?? service} writes any of its resources, so this ARN matches nothing. ` +
        `Its resources are written ${formatsOf(service, iam).slice(0, MOST_SHOWN).join(', ')}.`,
      subject: policySubject(placed.site),
    };
  },
});

const MOST_SHOWN = 3;

function isForeignForm({ arn }: PlacedArn, iam: IamKnowledge): boolean {
  const service = fieldText(arn.service);
  return service !== undefined && hasFormats(service, iam) && formatsFor(arn, iam).length === 0;
}
