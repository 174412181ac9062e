import type { Analysis } from '../../analysis/index.ts';
import { canonical } from '../../cloudformation/index.ts';
import type { ActionInfo, IamKnowledge, Statement } from '../../iam/index.ts';
import { mayApplyTo } from '../../rules/support/arnFormats.ts';
import { arnFields, covers, display, knownText, literal, type SymbolicString } from '../../symbolic/index.ts';
import type { ArnEntity } from '../entities/arn.ts';
import { code, paragraphs } from './markdown.ts';
import { partActions } from './statementActions.ts';

const URL = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html';

/** An ARN or a pattern: what it names, and which actions of the statement it is for. */
export function describeArn({ value, statement, site }: ArnEntity, analysis: Analysis): string {
  const { iam } = analysis.knowledge;
  const whole = analysis.template ? canonical(value, analysis.template) : value;
  const text = display(value);
  return paragraphs(
    `**${text.replaceAll('*', '\\*')}** · ${text === '*' ? 'every resource' : (kindOf(whole, iam) ?? 'resource')}`,
    namedResources(value, analysis),
    text === '*' && site?.kind === 'resource'
      ? 'In a resource-based policy: the resource that the policy belongs to.'
      : undefined,
    display(whole) === text ? undefined : `In full: ${code(display(whole))}`,
    statement
      ? useSentence(whole, statement, iam)
      : 'The resource on whose behalf the service calls: `aws:SourceArn` of the request.',
    `[AWS's page](${URL})`,
  );
}

/** `Amazon SQS queue`, by the formats of the service's reference. */
function kindOf(value: SymbolicString, iam: IamKnowledge): string | undefined {
  const arn = arnFields(value);
  const prefix = arn && knownText(arn.service);
  const service = prefix === undefined ? undefined : iam.service(prefix);
  if (!arn || prefix === undefined || !service) return undefined;
  const types = iam.resourceTypes(prefix).filter(({ arns }) => arns.some((pattern) => fits(pattern, prefix, arn.resource)));
  const [type, ...others] = types.map((one) => one.type);
  return type === undefined || others.length > 2 ? service.title : `${service.title}: ${[type, ...others].join(' or ')}`;
}

/** Whether the resource part of an ARN is certainly one of this format. */
function fits(pattern: string, service: string, resource: SymbolicString): boolean {
  const [, owner, format] = /^arn:[^:]*:([^:]*):[^:]*:[^:]*:(.*)$/.exec(pattern) ?? [];
  if (owner !== service || format === undefined) return false;
  const open = format.replaceAll(/\$\{[^}]*\}/g, '*');
  // A bucket's format is a mere name, which every object's would fit.
  if (open === '*' && display(resource).includes('/')) return false;
  return covers(literal(open), resource) === 'yes';
}

/** The resources of the template that the value refers to. */
function namedResources({ parts }: SymbolicString, { template }: Analysis): string | undefined {
  const ids = parts.flatMap((part) => (part.kind === 'hole' && part.hole.kind === 'attribute' ? [part.hole.logicalId] : []));
  const found = [...new Set(ids)].flatMap((id) => template?.resources.get(id) ?? []);
  if (found.length === 0) return undefined;
  return `${found.map(({ logicalId, type }) => `**${logicalId}** (${code(type)})`).join(', ')} of this template.`;
}

/** Actions that take no resource are left out: AWS looks for `*` there, which other rules tell. */
function useSentence(value: SymbolicString, statement: Statement, iam: IamKnowledge): string | undefined {
  if (statement.resources?.negated) return 'Under `NotResource`: the statement is about everything but this.';
  const takesResource = ({ resources }: ActionInfo): boolean => resources.length > 0 || display(value) === '*';
  const parted = partActions(statement, iam, applying(value, iam), takesResource);
  if (!parted) return undefined;
  if (parted.passing === '') return 'None of the actions of this statement is used on it: it has no effect here.';
  const unused = parted.failing === '' ? '' : ` It means nothing to ${parted.failing}.`;
  return `Actions of this statement that are used on it: ${parted.passing}.${unused}`;
}

/** Whether an action is used on the value: asked once for all actions of the same resource types, of which a wildcard has many. */
function applying(value: SymbolicString, iam: IamKnowledge): (action: ActionInfo) => boolean {
  const answers = new Map<string, boolean>();
  return (action) => {
    const types = `${action.service} ${action.resources.map(({ type }) => type).join()}`;
    const answer = answers.get(types) ?? mayApplyTo(action, value, iam);
    answers.set(types, answer);
    return answer;
  };
}
