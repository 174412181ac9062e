import { mapping, replaceValue } from '../../syntax/write/index.ts';
import { defineRule } from '../rule.ts';
import { policySubject } from '../support/policyWalk.ts';
import { type PlacedPrincipal, principalSpan, principalsOf, principalText } from '../support/principalWalk.ts';
import { FROM_TOPIC, sendPolicy } from '../support/samples.ts';

/** A principal without its type. */
export const principalFormat = defineRule<PlacedPrincipal>({
  id: 'principal-format',
  severity: 'error',
  outcome: 'deploy-fails',
  docs: {
    summary: 'A principal does not say of what type it is.',
    why:
      'Only "*" may stand alone. Everything else stands under its type: AWS for accounts, users and roles, Service for ' +
      'services, Federated for identity providers.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
    aka: ['INVALID_PRINCIPAL_FORMAT', 'E3512', 'E3530'],
    bad: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Principal: sns.amazonaws.com
             # ^^^^^^^^^^^^^^^^^ sns.amazonaws.com lacks its type
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
    [...principalsOf(analysis)].filter((placed) => placed.principal.type === '' && principalText(placed) !== undefined),

  diagnose: (placed) => {
    const text = principalText(placed) ?? '';
    const type = typeOf(text);
    return {
      span: principalSpan(placed),
      message: `${text} lacks its type, so the policy is rejected: only "*" may stand alone. ${type === undefined ? 'Put it under AWS, Service or Federated.' : `Write {${type}: ${text}}.`}`,
      subject: { ...policySubject(placed.site), principal: text },
    };
  },

  fix: (placed, { tree }) => {
    const text = principalText(placed) ?? '';
    const type = typeOf(text);
    const { node } = placed.principal;
    if (type === undefined || node !== placed.clause.node) return [];
    return [{ title: `Put it under ${type}`, preferred: true, edits: [replaceValue(tree, node, mapping({ [type]: text }))] }];
  },
});

function typeOf(text: string): 'AWS' | 'Service' | undefined {
  if (/^(?:\d{12}|arn:[^:]+:(?:iam|sts)::.*)$/.test(text)) return 'AWS';
  return /^[a-z0-9.-]+\.amazonaws\.com(?:\.cn)?$/.test(text) ? 'Service' : undefined;
}
