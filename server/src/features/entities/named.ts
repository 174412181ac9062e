import type { Analysis } from '../../analysis/index.ts';
import type { Resource } from '../../cloudformation/index.ts';
import type { FunctionPermissions, InvokePermission } from '../../lambda/index.ts';
import { policyPropertiesOf } from '../../policies/index.ts';
import { literalText } from '../../syntax/index.ts';
import type { Span } from '../../text/span.ts';
import { entryAround, type Spot, wordSpan } from './spot.ts';
import type { TriggerEntity } from './trigger.ts';

export interface FunctionEntity {
  readonly kind: 'function';
  readonly permissions: FunctionPermissions;
  readonly span: Span;
}

export interface PermissionEntity {
  readonly kind: 'permission';
  readonly permission: InvokePermission;
  readonly span: Span;
}

export interface RoleEntity {
  readonly kind: 'role';
  readonly role: Resource;
  readonly span: Span;
}

/** A resource that is there for the policy it holds: `AWS::IAM::ManagedPolicy`, `AWS::SQS::QueuePolicy`. */
export interface PolicyEntity {
  readonly kind: 'policy';
  readonly policy: Resource;
  readonly span: Span;
}

/** Any other resource. */
export interface ResourceEntity {
  readonly kind: 'resource';
  readonly resource: Resource;
  readonly span: Span;
}

export type NamedEntity = TriggerEntity | FunctionEntity | PermissionEntity | RoleEntity | PolicyEntity | ResourceEntity;

/** The resource whose logical id stands at the spot: where it is defined, or in `DependsOn`, or as the end of a connector. */
export function namedAt(spot: Spot): NamedEntity | undefined {
  const { analysis, node, parent, entry, resource } = spot;
  if (entry && resource && resource.node === entry.value && parent === analysis.template?.resourcesNode) {
    return named(resource, analysis, wordSpan(node));
  }
  const mentioned = isMention(spot) ? analysis.template?.resources.get(literalText(node) ?? '') : undefined;
  return mentioned && named(mentioned, analysis, wordSpan(node));
}

/** What a resource of the template is, for whoever refers to it. */
export function named(resource: Resource, analysis: Analysis, span: Span): NamedEntity {
  const { functions, permissions } = analysis.permissions;
  const { logicalId, type } = resource;
  const fn = functions.find((one) => one.fn.logicalId === logicalId);
  if (fn) return { kind: 'function', permissions: fn, span };
  const permission = permissions.find((one) => one.origin === 'template' && one.logicalId === logicalId);
  if (permission) return { kind: 'permission', permission, span };
  const trigger = CALLS_ONE.includes(type) ? triggerOf(logicalId, functions) : undefined;
  if (trigger) return { ...trigger, span };
  if (type === 'AWS::IAM::Role') return { kind: 'role', role: resource, span };
  if (isPolicyType(type)) return { kind: 'policy', policy: resource, span };
  return { kind: 'resource', resource, span };
}

/** Resources that are nothing but a trigger of one function. */
const CALLS_ONE: readonly string[] = ['AWS::Lambda::EventSourceMapping', 'AWS::Lambda::Url'];

function triggerOf(logicalId: string, functions: readonly FunctionPermissions[]): Omit<TriggerEntity, 'span'> | undefined {
  for (const owner of functions) {
    const invoker = owner.invokers.find(({ trigger }) => trigger.resource.logicalId === logicalId);
    if (invoker) return { kind: 'trigger', owner, invoker };
  }
  return undefined;
}

/** A type that is named after the policy it holds: `AWS::S3::BucketPolicy`, not `AWS::SQS::Queue`. */
export function isPolicyType(type: string): boolean {
  return type.endsWith('Policy') && policyPropertiesOf(type).length > 0;
}

function isMention(spot: Spot): boolean {
  if (!spot.resource || spot.entry) return false;
  const key = entryAround(spot)?.key.text;
  return key === 'DependsOn' || (key === 'Id' && CONNECTOR_ENDS.includes(entryAround(spot, 1)?.key.text ?? ''));
}

const CONNECTOR_ENDS: readonly string[] = ['Source', 'Destination'];
