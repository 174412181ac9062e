import { arnOf, canonical, type Resource, type Template } from '../../cloudformation/index.ts';
import type { LambdaFunction } from '../../lambda/index.ts';
import { arnFields, display, knownText, onlyHole, type SymbolicString } from '../../symbolic/index.ts';
import type { Span } from '../../text/span.ts';
import type { Column, MapNode } from './model.ts';

/** Finds the nodes that stand for resources and for values that name some. */
export interface Places {
  readonly ofFunction: (fn: LambdaFunction) => MapNode;
  readonly ofResource: (resource: Resource, column: Column) => MapNode;
  /** The resource of the template that a value names, whether by reference or by its name. */
  readonly resourceOf: (value: SymbolicString) => Resource | undefined;
  /** The service of the ARN that a value is; `undefined` when it cannot be told. */
  readonly serviceOf: (value: SymbolicString) => string | undefined;
  /**
   * The node for what a value names: a resource of the template, one outside it, or with `*` the whole service.
   *
   * @param service the service prefix of the actions on it
   * @param span where the value is written
   */
  readonly ofValue: (value: SymbolicString, column: Column, service: string, span: Span) => MapNode;
}

/** APIs that SAM makes for events that name none. Source: SAM's documentation of the event types Api and HttpApi. */
const IMPLICIT_APIS: Readonly<Record<string, string>> = {
  ServerlessRestApi: 'REST API made by SAM',
  ServerlessHttpApi: 'HTTP API made by SAM',
};

/** @param titleOf the name of a service by its prefix */
export function placesIn(template: Template, titleOf: (service: string) => string): Places {
  const byArn = new Map<string, Resource>();
  for (const resource of template.resources.values()) {
    const arn = arnOf(resource, template);
    if (arn) byArn.set(display(arn), resource);
  }
  const resourceOf = (value: SymbolicString): Resource | undefined => {
    const whole = canonical(value, template);
    return byName(display(whole), byArn) ?? referredTo(whole, template) ?? referredTo(value, template);
  };
  return {
    ofFunction: ({ resource }) => resourceNode(resource, 'function'),
    ofResource: resourceNode,
    resourceOf,
    serviceOf: (value) => serviceOf(canonical(value, template)),
    ofValue: (value, column, service, span) => {
      const resource = resourceOf(value);
      if (resource) return resourceNode(resource, column);
      return implicitApi(value, column, span) ?? outsideNode(canonical(value, template), column, service, titleOf, span);
    },
  };
}

function resourceNode({ logicalId, type, nameSpan }: Resource, column: Column): MapNode {
  return { id: `${column}:${logicalId}`, column, label: logicalId, detail: kindOf(type), span: nameSpan };
}

/** `AWS::SQS::Queue` is a `SQS Queue`. */
function kindOf(type: string): string {
  if (type === 'AWS::Serverless::Function' || type === 'AWS::Lambda::Function') return 'Lambda function';
  return type.replace(/^AWS::(Serverless::)?/, '').replaceAll('::', ' ');
}

/** An ARN's resource, also when the ARN goes on to something inside it: objects, indexes, streams, qualifiers. */
function byName(arn: string, byArn: ReadonlyMap<string, Resource>): Resource | undefined {
  for (let name = arn; name !== ''; name = name.slice(0, Math.max(name.lastIndexOf('/'), name.lastIndexOf(':'), 0))) {
    const found = byArn.get(name) ?? byArn.get(name.replace(/[*:/]+$/, ''));
    if (found) return found;
  }
  return undefined;
}

function referredTo(value: SymbolicString, template: Template): Resource | undefined {
  const service = serviceOf(value);
  for (const part of value.parts) {
    if (part.kind === 'text' || part.hole.kind !== 'attribute') continue;
    const resource = template.resources.get(part.hole.logicalId);
    if (resource && mayOwn(resource, service, template)) return resource;
  }
  return undefined;
}

/** A name also stands in ARNs of other services: the function's in that of its log group. An API is called under a service of its own. */
function mayOwn(resource: Resource, service: string | undefined, template: Template): boolean {
  const arn = arnOf(resource, template);
  const own = arn && serviceOf(arn);
  return own === undefined || service === undefined || own === service || service === 'execute-api';
}

function serviceOf(value: SymbolicString): string | undefined {
  const fields = arnFields(value);
  return fields && knownText(fields.service);
}

function implicitApi(value: SymbolicString, column: Column, span: Span): MapNode | undefined {
  for (const part of value.parts) {
    if (part.kind === 'text' || part.hole.kind !== 'attribute') continue;
    const { logicalId } = part.hole;
    const detail = IMPLICIT_APIS[logicalId];
    if (detail !== undefined) return { id: `${column}:${logicalId}`, column, label: logicalId, detail, span };
  }
  return undefined;
}

/** Something that is not of this template: named by the end of its ARN, or all there is of a service. */
function outsideNode(
  value: SymbolicString,
  column: Column,
  service: string,
  titleOf: (service: string) => string,
  span: Span,
): MapNode {
  const text = display(value);
  if (isAnything(text)) return { id: `${column}:${service}:*`, column, label: titleOf(service), detail: 'any resource', span };
  return { id: `${column}:${text}`, column, label: nameIn(value), detail: titleOf(serviceOf(value) ?? service), span };
}

/** Whether a resource is `*`, or an ARN that says no more than the service. */
function isAnything(resource: string): boolean {
  return /^(arn:[^:]*:[^:]*)?[*:]*$/.test(resource.replace(/\$\{AWS::\w+\}/g, ''));
}

/** What an ARN says behind its fifth colon, or whose attribute that is; `:*` at the end says nothing. */
function nameIn(arn: SymbolicString): string {
  const name = arnFields(arn)?.resource ?? arn;
  const hole = onlyHole(name);
  return hole?.kind === 'attribute' ? hole.logicalId : display(name).replace(/:\*$/, '');
}
