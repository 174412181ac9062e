import type { Analysis } from '../../analysis/index.ts';
import type { PolicyEntity } from '../entities/named.ts';
import { code, paragraphs } from './markdown.ts';
import { policyTitle } from './policyKind.ts';
import { statementList } from './statements.ts';

const URL = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_identity-vs-resource.html';

/** A resource that holds a policy: of what kind it is, whose, and what it says. */
export function describePolicy({ policy }: PolicyEntity, analysis: Analysis): string {
  const sites = analysis.policies.filter(({ owner }) => owner?.logicalId === policy.logicalId);
  const [site] = sites;
  return paragraphs(
    `**${policy.logicalId}** · ${site ? policyTitle(site, analysis) : code(policy.type)}`,
    statementList(sites.flatMap(({ document }) => document.statements)) || 'Its statements cannot be seen here.',
    `[AWS's page](${URL})`,
  );
}
