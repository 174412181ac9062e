import { textSpan } from '../../analysis/index.ts';
import { display } from '../../symbolic/index.ts';
import { defineRule } from '../rule.ts';
import { replaceTextFix } from '../support/edits.ts';
import { type ServicePlace, servicePlacesOf } from '../support/principalWalk.ts';
import { FROM_TOPIC, sendPolicy } from '../support/samples.ts';
import { judgeServicePrincipal, type PrincipalJudgement } from '../support/servicePrincipals.ts';

/** A service principal that has not the form of one. */
export const servicePrincipalFormat = defineRule<{
  readonly place: ServicePlace;
  readonly judgement: Extract<PrincipalJudgement, { readonly verdict: 'format' }>;
}>({
  id: 'service-principal-format',
  severity: 'error',
  outcome: 'deploy-fails',
  docs: {
    summary: 'A service principal does not have the form service.amazonaws.com.',
    why: 'Services are named by their principal, such as sns.amazonaws.com; a policy that names anything else is rejected.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services',
    aka: ['INVALID_SERVICE_PRINCIPAL_FORMAT'],
    bad: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Principal: {Service: sns.aws.com}
                       # ^^^^^^^^^^^ sns.aws.com is no service principal
    Action: sqs:SendMessage
    Resource: arn:aws:sqs:eu-west-1:123456789012:orders
    Condition:
      ArnEquals:
        aws:SourceArn: arn:aws:sns:eu-west-1:123456789012:orders
`,
    ],
    good: [sendPolicy('{Service: sns.amazonaws.com}', FROM_TOPIC)],
  },

  scope: 'grant',

  find: (analysis) =>
    [...servicePlacesOf(analysis)].flatMap((place) => {
      const judgement = judgeServicePrincipal(place.value, analysis.knowledge.iam);
      return judgement.verdict === 'format' ? [{ place, judgement }] : [];
    }),

  diagnose: ({ place: { value, node, subject }, judgement: { suggestion } }) => ({
    span: textSpan(node, display(value)),
    message: `${display(value)} is no service principal, so it is rejected. ${suggestion === undefined ? 'Write one such as sns.amazonaws.com.' : `Did you mean ${suggestion}?`}`,
    subject: { ...subject, principal: display(value), ...(suggestion === undefined ? {} : { suggestion }) },
  }),

  fix: ({ place: { value, node }, judgement: { suggestion } }) =>
    suggestion === undefined ? [] : replaceTextFix(node, display(value), suggestion),
});
