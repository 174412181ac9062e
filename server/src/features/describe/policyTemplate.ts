import type { Analysis } from '../../analysis/index.ts';
import { boundParameters, policyTemplateStatements } from '../../lambda/index.ts';
import type { PolicyTemplateEntity, PolicyTemplateParameterEntity } from '../entities/policyTemplate.ts';
import { paragraphs } from './markdown.ts';
import { statementList } from './statements.ts';

const URL = 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-policy-template-list.html';

/** A policy template of SAM: its statements, with the values that this template gives it. */
export function describePolicyTemplate({ policy, entry, isIgnored }: PolicyTemplateEntity, { template }: Analysis): string {
  const statements = template ? policyTemplateStatements(policy, boundParameters(policy, entry.value, template), template) : [];
  return paragraphs(
    `**${policy.name}** · SAM policy template`,
    policy.description,
    isIgnored
      ? 'SAM ignores it here, because `Role` is set: the statements belong into that role.'
      : 'SAM writes into the role that it makes:',
    statementList(statements),
    `[AWS's page](${URL}#${policy.name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()})`,
  );
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
