import type { Analysis } from '../../analysis/index.ts';
import { canonical } from '../../cloudformation/index.ts';
import { display, knownText } from '../../symbolic/index.ts';
import { child, entryOf } from '../../syntax/index.ts';
import { addEntry, mapping, ref } from '../../syntax/write/index.ts';
import type { Fix } from '../rule.ts';
import { defineRule } from '../rule.ts';
import { conditionTestsOf, isKey, type PlacedTest } from '../support/conditionTests.ts';
import { policySubject } from '../support/policyWalk.ts';
import { sendPolicy } from '../support/samples.ts';

/** A bucket named without the account that owns it. */
export const sourceAccountRecommended = defineRule<PlacedTest>({
  id: 'source-account-recommended',
  severity: 'hint',
  outcome: 'too-open',
  docs: {
    summary: 'A statement for Amazon S3 names the bucket but not its account.',
    why:
      'The ARN of a bucket has no account in it. When the bucket is deleted, somebody else may take its name and have ' +
      'S3 use this resource.',
    url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html',
    aka: ['RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL'],
    bad: [
      sendPolicy(
        '{Service: s3.amazonaws.com}',
        `
        Condition:
          ArnLike:
            aws:SourceArn: arn:aws:s3:::orders
          # ^^^^^^^^^^^^^ The ARN of a bucket does not say
        `,
      ),
    ],
    good: [
      sendPolicy(
        '{Service: s3.amazonaws.com}',
        `
        Condition:
          ArnLike:
            aws:SourceArn: arn:aws:s3:::orders
          StringEquals:
            aws:SourceAccount: "123456789012"
        `,
      ),
    ],
  },

  find: (analysis) => [...conditionTestsOf(analysis)].filter((placed) => isBucketAlone(placed, analysis)),

  diagnose: ({ test, site }) => ({
    span: test.keyNode.span,
    message:
      'The ARN of a bucket does not say whose it is: after the bucket is deleted, somebody else may take its name. Name the account as well, with aws:SourceAccount.',
    subject: { ...policySubject(site), principal: 's3.amazonaws.com' },
  }),

  fix: nameAccount,
});

function isBucketAlone({ test, statement, site }: PlacedTest, { template }: Analysis): boolean {
  const { principals, conditions, conditionsComplete, effect } = statement;
  const isS3 =
    principals?.principals.length === 1 && principals.principals.every(({ value }) => knownText(value) === 's3.amazonaws.com');
  if (!isS3 || site.kind !== 'resource' || effect !== 'Allow' || !conditionsComplete || !isKey(test, 'aws:SourceArn'))
    return false;
  const hasAccount = conditions.some(({ key }) => /^aws:(?:Source(?:Account|Owner|OrgID|OrgPaths)|ResourceAccount)$/i.test(key));
  const arns = test.values.map(({ value }) => display(template ? canonical(value, template) : value));
  return !hasAccount && arns.length > 0 && arns.every((arn) => /^arn:(?:[a-z-]+|\$\{AWS::Partition\}):s3:::/.test(arn));
}

function nameAccount({ statement }: PlacedTest, { tree, template }: Analysis): readonly Fix[] {
  const condition = entryOf(statement.node, 'Condition')?.value;
  if (!template || condition?.kind !== 'mapping' || condition.tag !== undefined) return [];
  const equals = child(condition, 'StringEquals');
  if (equals && equals.kind !== 'mapping') return [];
  const account = ref('AWS::AccountId');
  const edit = equals
    ? addEntry(tree, equals, 'aws:SourceAccount', account)
    : addEntry(tree, condition, 'StringEquals', mapping({ 'aws:SourceAccount': account }));
  return [{ title: 'Name this account', preferred: true, edits: [edit] }];
}
