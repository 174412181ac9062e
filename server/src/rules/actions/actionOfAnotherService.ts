import { type ActionPlace, type Analysis, actionPlacesOf } from '../../analysis/index.ts';
import { defineRule } from '../rule.ts';
import { renameFixes } from '../support/actionNames.ts';
import { isMisplaced, OWN_SERVICE } from '../support/misplaced.ts';
import { policySubject } from '../support/policyWalk.ts';
import { queuePolicy } from '../support/samples.ts';

/** An action of another service in a resource’s policy. */
export const actionOfAnotherService = defineRule<{ readonly place: ActionPlace; readonly service: string }>({
  id: 'action-of-another-service',
  severity: 'error',
  outcome: 'access-denied',
  docs: {
    summary: 'A resource’s policy names an action of another service.',
    why:
      'The policy of a queue is only asked about actions of Amazon SQS, that of a topic about those of Amazon SNS. What ' +
      'the caller does elsewhere is no matter of it; some services reject such a policy.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_identity-vs-resource.html',
    aka: ['UNSUPPORTED_ACTION_IN_POLICY', 'W3037', 'E3512'],
    bad: [
      queuePolicy(`
      - Effect: Allow
        Principal: {AWS: "123456789012"}
        Action: sns:Publish
              # ^^^^^^^^^^^ sns:Publish is no action of Amazon SQS
        Resource: !GetAtt Orders.Arn
      `),
    ],
    good: [
      queuePolicy(`
      - Effect: Allow
        Principal: {AWS: "123456789012"}
        Action: sqs:SendMessage
        Resource: !GetAtt Orders.Arn
      `),
    ],
  },

  find: (analysis) =>
    actionPlacesOf(analysis).flatMap((place) => {
      const service = OWN_SERVICE.get(place.site?.owner?.type ?? '');
      return service !== undefined && isForeign(place, service, analysis) ? [{ place, service }] : [];
    }),

  diagnose: ({ place: { text, span, site }, service }, { knowledge: { iam } }) => ({
    span,
    message:
      `${text} is no action of ${iam.service(service)?.title ?? service}, and this policy is only asked about those. ` +
      `Write what the principal does with this resource${MAIN_ACTIONS[service] ? `, ${MAIN_ACTIONS[service]} for instance` : ''}.`,
    subject: { ...(site ? policySubject(site) : {}), action: text },
  }),

  fix: ({ place, service }, { tree }) => {
    const main = MAIN_ACTIONS[service];
    return main === undefined ? [] : renameFixes(place, [main], tree).map((fix) => ({ ...fix, preferred: false }));
  },
});

/** What others mostly do with a resource of the service. */
const MAIN_ACTIONS: Readonly<Partial<Record<string, string>>> = {
  sqs: 'sqs:SendMessage',
  sns: 'sns:Publish',
  lambda: 'lambda:InvokeFunction',
};

/** An action that exists, elsewhere; names that do not exist and whole statements in the wrong place are other mistakes. */
function isForeign({ text, site, statement, permission }: ActionPlace, service: string, analysis: Analysis): boolean {
  const [prefix = '', name] = text.toLowerCase().split(':');
  if (!site || !statement || permission || name === undefined || /[*?]/.test(prefix) || prefix === service) return false;
  const { iam } = analysis.knowledge;
  const exists = /[*?]/.test(name) ? iam.service(prefix) !== undefined : iam.hasAction(text);
  return exists && !isMisplaced({ site, statement }, analysis);
}
