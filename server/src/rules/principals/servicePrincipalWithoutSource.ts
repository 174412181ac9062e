import type { Analysis } from '../../analysis/index.ts';
import { display } from '../../symbolic/index.ts';
import { entryOf } from '../../syntax/index.ts';
import { addEntry, mapping, ref } from '../../syntax/write/index.ts';
import type { Fix } from '../rule.ts';
import { defineRule } from '../rule.ts';
import { policySubject } from '../support/policyWalk.ts';
import { type PlacedPrincipal, principalSpan, principalsOf } from '../support/principalWalk.ts';
import { FROM_TOPIC, sendPolicy } from '../support/samples.ts';

/** A service let in on behalf of anybody. */
export const servicePrincipalWithoutSource = defineRule<PlacedPrincipal>({
  id: 'service-principal-without-source',
  severity: 'warning',
  outcome: 'too-open',
  docs: {
    summary: 'A resource’s policy lets a service in without saying for whom.',
    why:
      'A service principal stands for the service wherever it is used, in every AWS account. Without aws:SourceArn or ' +
      'aws:SourceAccount, somebody else’s topic or rule can have the service use this resource (the confused deputy).',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html',
    aka: ['RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL'],
    bad: [
      `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Principal: {Service: sns.amazonaws.com}
                       # ^^^^^^^^^^^^^^^^^ sns.amazonaws.com is let in for anybody
    Action: sqs:SendMessage
    Resource: arn:aws:sqs:eu-west-1:123456789012:orders
`,
    ],
    good: [sendPolicy('{Service: sns.amazonaws.com}', FROM_TOPIC)],
  },

  scope: 'grant',

  find: (analysis) => [...principalsOf(analysis)].filter(isUnscoped),

  diagnose: (placed) => {
    const name = display(placed.principal.value);
    return {
      span: principalSpan(placed),
      message:
        `${name} is let in for anybody: a resource in any AWS account can have the service use this one. ` +
        'Name the source with aws:SourceArn, or at least the account with aws:SourceAccount.',
      subject: { ...policySubject(placed.site), principal: name },
    };
  },

  fix: onlyThisAccount,
});

/** The resources whose policies others than their owner’s services use: here a source is what keeps strangers out. */
const JUDGED: ReadonlySet<string> = new Set([
  'AWS::SQS::QueuePolicy',
  'AWS::SQS::QueueInlinePolicy',
  'AWS::SNS::TopicPolicy',
  'AWS::SNS::TopicInlinePolicy',
  'AWS::S3::BucketPolicy',
  'AWS::Lambda::ResourcePolicy',
]);

/** Services that send no source. Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html (bucket owner’s own choice) */
const SOURCELESS = /^(?:logdelivery\.|cloudfront\.)/;

function isUnscoped({ principal, statement, site }: PlacedPrincipal): boolean {
  const { effect, conditions, conditionsComplete, principals } = statement;
  const isJudged = site.kind === 'resource' && (site.owner === undefined || JUDGED.has(site.owner.type));
  if (!isJudged || effect !== 'Allow' || principals?.negated || principal.type !== 'Service') return false;
  return conditions.length === 0 && conditionsComplete && !SOURCELESS.test(display(principal.value));
}

function onlyThisAccount({ statement }: PlacedPrincipal, { tree, template }: Analysis): readonly Fix[] {
  if (!template || entryOf(statement.node, 'Condition')) return [];
  const condition = mapping({ StringEquals: mapping({ 'aws:SourceAccount': ref('AWS::AccountId') }) });
  return [{ title: 'Allow only this account', preferred: true, edits: [addEntry(tree, statement.node, 'Condition', condition)] }];
}
