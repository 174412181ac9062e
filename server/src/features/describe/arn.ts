import type { Analysis } from '../../analysis/index.ts';
import { canonical } from '../../cloudformation/index.ts';
import type { ActionInfo, IamKnowledge, Statement } from '../../iam/index.ts';
import { mayApplyTo } from '../../rules/support/arnFormats.ts';
import { actionsOf } from '../../rules/support/conditionKeySupport.ts';
import { arnFields, covers, display, knownText, literal, type SymbolicString } from '../../symbolic/index.ts';
import type { ArnEntity } from '../entities/arn.ts';
import { code, codeList, paragraphs } from './markdown.ts';

const URL = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html';

/** An ARN or a pattern: what it names, and which actions of the statement it is for. */
export function describeArn({ value, statement }: ArnEntity, analysis: Analysis): string {
  const { iam } = analysis.knowledge;
  const whole = analysis.template ? canonical(value, analysis.template) : value;
  const text = display(value);
  return paragraphs(
    `**${text.replaceAll('*', '\\*')}** · ${text === '*' ? 'every resource' : (kindOf(whole, iam) ?? 'resource')}`,
    namedResources(value, analysis),
    display(whole) === text ? undefined : `Its ARN: ${code(display(whole))}`,
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

/** How many names of actions are listed. */
const MOST_ACTIONS = 8;

function useSentence(value: SymbolicString, statement: Statement, iam: IamKnowledge): string | undefined {
  const actions = actionsOf(statement, iam);
  if (!actions) return undefined;
  if (statement.resources?.negated) return 'Under `NotResource`: the statement is about everything but this.';
  const using = actions.filter((action) => mayApplyTo(action, value, iam));
  const others = actions.filter((action) => !using.includes(action));
  if (using.length === 0)
    return 'None of the actions of this statement can be used on it: as a resource of this statement it has no effect.';
  const unused = others.length > 0 ? ` It means nothing to ${few(others)}.` : '';
  return `Actions of this statement that are used on it: ${few(using)}.${unused}`;
}

function few(actions: readonly ActionInfo[]): string {
  const names = actions.map(({ id }) => id);
  const rest = names.length - MOST_ACTIONS;
  return rest > 1 ? `${codeList(names.slice(0, MOST_ACTIONS))} and ${rest} more` : codeList(names);
}
