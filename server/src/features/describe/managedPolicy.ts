import type { Analysis } from '../../analysis/index.ts';
import { publishedPolicy } from '../../lambda/index.ts';
import type { ManagedPolicyEntity } from '../entities/managedPolicy.ts';
import { code, paragraphs } from './markdown.ts';
import { statementList } from './statements.ts';

/** One of AWS's managed policies: what it grants, as far as its document is known. */
export function describeManagedPolicy({ policy }: ManagedPolicyEntity, { knowledge }: Analysis): string {
  const { grants } = publishedPolicy(policy.name, knowledge);
  const since = policy.version === '' ? '' : ` · ${policy.version} of ${policy.updated}`;
  return paragraphs(
    `**${policy.name}** · managed policy of AWS`,
    policy.deprecated ? 'AWS no longer lets it be attached.' : undefined,
    policy.document
      ? statementList(grants.map(({ statement }) => statement))
      : 'What it grants is not part of the data here, so nothing that it may grant is reported as missing.',
    code(policy.arn) + since,
    `[AWS's page](https://docs.aws.amazon.com/aws-managed-policy/latest/reference/${policy.name}.html)`,
  );
}
