import {
  arnOf,
  arnReference,
  propertyAt,
  type Resource,
  substitute,
  type Template,
  written,
} from '../../cloudformation/index.ts';
import type { ActionInfo, IamKnowledge } from '../../iam/index.ts';
import { concat, display, literal, NOWHERE, onlyHole, type SymbolicString } from '../../symbolic/index.ts';
import { endsFitting, patternsOf } from '../completion/sources/fitting.ts';
import { code } from '../describe/markdown.ts';
import type { Misunderstanding } from './answer.ts';

/** What somebody asks about: a resource of the template and what of it, an ARN, or any resource at all. */
export type ResourceAsked =
  | { readonly kind: 'any' }
  | { readonly kind: 'resource'; readonly resource: Resource; readonly rest: string; readonly name: string }
  | { readonly kind: 'arn'; readonly value: SymbolicString; readonly name: string };

/** What an action is judged on. */
export interface Target {
  readonly on: SymbolicString;
  /** As the author would write it. */
  readonly written: SymbolicString;
  /** The resource of the template that it is, or is a part of. */
  readonly resource: Resource | undefined;
}

/**
 * Reads the name of a resource: its logical id, with what follows it in the ARN (`Orders/index/byDate`, `Bucket/uploads/*`), or an ARN as
 * `Fn::Sub` would have it. Nothing, `any` and `*` stand for any resource.
 */
export function resourceAsked(text: string | undefined, template: Template): ResourceAsked | Misunderstanding {
  const name = (text ?? '').trim();
  if (/^(?:|any|\*)$/i.test(name)) return { kind: 'any' };
  if (name.startsWith('arn:')) return { kind: 'arn', value: substitute(name, { template }, NOWHERE), name };
  const [, id = '', rest = ''] = /^(?:\$\{)?([A-Za-z0-9]+)(?:\.Arn)?\}?([/:].*)?$/.exec(name) ?? [];
  const resource = template.resources.get(id);
  if (resource) return { kind: 'resource', resource, rest, name: `${id}${rest}` };
  return { problem: `The template has no resource ${code(name)}. Name one by its logical id, or give an ARN.` };
}

/**
 * What an action is used on of the resource that is asked about, the resource itself first.
 *
 * @returns nothing where the action is not used on such a resource
 */
export function targetsOf(
  asked: Exclude<ResourceAsked, { kind: 'any' }>,
  action: ActionInfo,
  template: Template,
  iam: IamKnowledge,
): readonly Target[] {
  if (action.resources.length === 0) return [{ on: literal('*'), written: literal('*'), resource: undefined }];
  if (asked.kind === 'arn') return [ofArn(asked.value, template)];
  const { resource, rest } = asked;
  const reference = arnReference(resource);
  if (action.service === 'execute-api' && API.test(resource.type)) return [ofApi(resource, rest, template)];
  const arn = arnOf(resource, template);
  if (!arn) return isOfService(resource, action.service, iam) ? [{ on: reference, written: reference, resource }] : [];
  const ends = rest === '' ? endsFitting(patternsOf(action, iam), arn) : [rest];
  return ends
    .filter((end, i) => i === 0 || isPart(end, resource, template))
    .map((end) => ({ on: concat([arn, end]), written: concat([reference, end]), resource }));
}

/** Whether a resource whose ARN is not known here may be of a service; a service and its types are not always called the same. */
function isOfService({ type }: Resource, service: string, iam: IamKnowledge): boolean {
  const name = type.split('::')[1]?.toLowerCase() ?? '';
  const prefix = name === 'serverless' ? undefined : iam.servicePrefixFor(name);
  return prefix === undefined || prefix === service || service.startsWith(name.slice(0, 4));
}

export function ofArn(value: SymbolicString, template: Template): Target {
  const spelled = written(value, template);
  const [first] = spelled.parts;
  const hole = first && onlyHole({ ...spelled, parts: [first] });
  const resource = hole?.kind === 'attribute' ? template.resources.get(hole.logicalId) : undefined;
  return { on: value, written: spelled, resource };
}

const API = /^AWS::(?:ApiGateway::RestApi|ApiGatewayV2::Api|Serverless::(?:Api|HttpApi|WebSocketApi))$/;

/** Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/arn-format-reference.html */
function ofApi(resource: Resource, rest: string, template: Template): Target {
  const called = `arn:\${AWS::Partition}:execute-api:\${AWS::Region}:\${AWS::AccountId}:\${${resource.logicalId}}${rest || '/*'}`;
  const value = substitute(called, { template }, NOWHERE);
  return { on: value, written: value, resource };
}

/** Whether the end makes a part of the resource that people mean by it too: the indexes of a table that has some. */
function isPart(end: string, resource: Resource, template: Template): boolean {
  return end === '/index/*' && INDEXES.some((name) => propertyAt(template, resource, name) !== undefined);
}

const INDEXES: readonly string[] = ['GlobalSecondaryIndexes', 'LocalSecondaryIndexes'];

/** The resource as the question calls it. */
export function nameOf(asked: ResourceAsked): string {
  return asked.kind === 'any' ? 'any resource' : asked.name;
}

/** The end of a target that makes it a part of what was asked about: `/index/*`. */
export function partName({ written: value }: Target): string {
  return display(value).replace(/^\$\{[^}]*\}/, '');
}
