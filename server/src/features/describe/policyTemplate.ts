import type { Analysis } from '../../analysis/index.ts';
import type { IamKnowledge, Statement } from '../../iam/index.ts';
import { boundParameters, policyTemplateStatements } from '../../lambda/index.ts';
import { display } from '../../symbolic/index.ts';
import type { PolicyTemplateEntity, PolicyTemplateParameterEntity } from '../entities/policyTemplate.ts';
import { codeList, paragraphs } from './markdown.ts';
import { statementList } from './statements.ts';

const URL = 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-policy-template-list.html';

/** A policy template of SAM: its statements, with the values that this template gives it. */
export function describePolicyTemplate({ policy, entry, isIgnored }: PolicyTemplateEntity, analysis: Analysis): string {
  const { template, knowledge } = analysis;
  const statements = template ? policyTemplateStatements(policy, boundParameters(policy, entry.value, template), template) : [];
  return paragraphs(
    `**${policy.name}** · SAM policy template`,
    policy.description,
    isIgnored
      ? 'SAM ignores it here, because `Role` is set: the statements belong into that role.'
      : 'SAM writes into the role that it makes:',
    statementList(statements),
    inventedNames(statements, knowledge.iam),
    `[AWS's page](${URL}#${anchorOf(policy.name)})`,
  );
}

/** `SQSPollerPolicy` → `sqs-poller-policy`, as the headings of the page are linked. */
function anchorOf(name: string): string {
  return name.replaceAll(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '-').toLowerCase();
}

/** Some of SAM's own statements name API operations that are no actions. Source: aws/serverless-application-model#3731. */
function inventedNames(statements: readonly Statement[], iam: IamKnowledge): string | undefined {
  const names = statements.flatMap(({ actions }) => actions?.values ?? []).map(({ value }) => display(value));
  const invented = names.filter((name) => !/[*?]/.test(name) && !iam.hasAction(name) && !iam.isLegacyAction(name));
  if (invented.length === 0) return undefined;
  return `SAM writes ${codeList(invented)} although no such action exists; that does no harm.`;
}

/** A parameter of a policy template. */
export function describePolicyTemplateParameter({ policy, parameter }: PolicyTemplateParameterEntity): string {
  return paragraphs(
    `**${parameter.name}** · parameter of the SAM policy template ${policy.name}`,
    parameter.description,
    /Name$/.test(parameter.name)
      ? 'SAM puts it into an ARN as it stands, so a name belongs here, not an ARN and not a URL.'
      : undefined,
    `[AWS's page](${URL})`,
  );
}
