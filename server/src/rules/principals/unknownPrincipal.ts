import { textSpan } from '../../analysis/index.ts';
import { display } from '../../symbolic/index.ts';
import { replaceText } from '../../syntax/write/index.ts';
import { defineRule } from '../rule.ts';
import { type ServicePlace, servicePlacesOf } from '../support/principalWalk.ts';
import { FROM_TOPIC, sendPolicy } from '../support/samples.ts';
import { judgeServicePrincipal, type PrincipalJudgement } from '../support/servicePrincipals.ts';
import { writtenIn } from '../support/texts.ts';

/** A service principal that no service has. */
export const unknownPrincipal = defineRule<{
  readonly place: ServicePlace;
  readonly judgement: Extract<PrincipalJudgement, { readonly verdict: 'slip' | 'misnomer' }>;
}>({
  id: 'unknown-principal',
  severity: 'error',
  outcome: 'deploy-fails',
  docs: {
    summary: 'A service principal does not exist.',
    why:
      'A principal is the service’s own name for itself, which often is not what it is called elsewhere. IAM rejects a ' +
      'principal that no service has; where it is only stored, the service is not let in.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services',
    aka: ['UNKNOWN_PRINCIPAL'],
    bad: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Principal: {Service: event.amazonaws.com}
                       # ^^^^^^^^^^^^^^^^^^^ No service has the principal event.amazonaws.com
    Action: sqs:SendMessage
    Resource: arn:aws:sqs:eu-west-1:123456789012:orders
    Condition:
      ArnEquals:
        aws:SourceArn: arn:aws:sns:eu-west-1:123456789012:orders
`,
    ],
    good: [sendPolicy('{Service: events.amazonaws.com}', FROM_TOPIC)],
  },

  scope: 'grant',

  find: (analysis) =>
    [...servicePlacesOf(analysis)].flatMap((place) => {
      const judgement = judgeServicePrincipal(place.value, analysis.knowledge.iam);
      return judgement.verdict === 'slip' || judgement.verdict === 'misnomer' ? [{ place, judgement }] : [];
    }),

  diagnose: ({ place: { value, node, subject }, judgement: { verdict, suggestion } }) => ({
    span: textSpan(node, display(value)),
    message: `No service has the principal ${display(value)}, so nobody is let in by it. Did you mean ${suggestion}?`,
    subject: { ...subject, principal: display(value), suggestion },
    ...(verdict === 'misnomer' ? { severity: 'warning' as const } : {}),
  }),

  fix: ({ place: { node }, judgement: { name, meant, suggestion } }) => {
    const scalar = writtenIn(node);
    const at = scalar?.text.indexOf(name) ?? -1;
    if (!scalar || at < 0) return [];
    return [{ title: `Replace with ${suggestion}`, preferred: true, edits: [replaceText(scalar, at, at + name.length, meant)] }];
  },
});
