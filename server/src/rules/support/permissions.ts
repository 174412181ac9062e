import type { Analysis } from '../../analysis/index.ts';
import { dependenciesOf } from '../../cloudformation/index.ts';
import type { InvokePermission, Invoker, Trigger } from '../../lambda/index.ts';
import { contradicts, display } from '../../symbolic/index.ts';
import { entryOf } from '../../syntax/index.ts';
import { removeEntry } from '../../syntax/write/index.ts';
import type { Span } from '../../text/span.ts';
import type { Fix } from '../rule.ts';

/** The permissions that the author wrote. */
export function writtenPermissions({ permissions }: Analysis): readonly InvokePermission[] {
  return permissions.permissions.filter(({ origin }) => origin === 'template');
}

/** The service principal that a permission names for certain, its Region as it stands: `s3.amazonaws.com`, `logs.${AWS::Region}.amazonaws.com`. */
export function servicePrincipal({ principal }: InvokePermission): string | undefined {
  const text = display(principal).replace('${AWS::URLSuffix}', 'amazonaws.com');
  return DOMAINS.some((domain) => text.endsWith(domain)) && NAMES.test(text) ? text : undefined;
}

const DOMAINS: readonly string[] = ['.amazonaws.com', '.amazonaws.com.cn', '.amazon.com'];
const NAMES = /^[a-z0-9-]+(?:\.(?:[a-z0-9-]+|\$\{AWS::Region\}))*$/;

/** The permissions for a function that the author wrote. */
export function writtenPermissionsFor(logicalId: string, { whole }: Analysis): readonly InvokePermission[] {
  return whole
    .permissionsAbout(logicalId)
    .filter(({ origin, target }) => origin === 'template' && target.logicalId === logicalId);
}

/** The triggers that a permission lets in, those included that it may be what lets in. */
export function triggersPerhapsLetIn(permission: InvokePermission, analysis: Analysis): readonly Trigger[] {
  const invokers = invokersFor(permission, analysis);
  return invokers.filter((invoker) => isPerhapsLetIn(invoker, permission)).map(({ trigger }) => trigger);
}

/** The triggers of the function that a permission names; of all functions where it names none of them for certain. */
export function invokersFor({ target: { logicalId } }: InvokePermission, { whole }: Analysis): readonly Invoker[] {
  if (logicalId === undefined) return whole.functions().flatMap(({ invokers }) => invokers);
  return whole.functionOf(logicalId)?.invokers ?? [];
}

/** Whether the permission lets the trigger in, or whether that cannot be told. */
export function isPerhapsLetIn({ trigger, verdict, grantedBy }: Invoker, permission: InvokePermission): boolean {
  if (grantedBy.includes(permission)) return true;
  const { mechanism, principal } = trigger.definition;
  return (
    verdict === 'unknown' &&
    mechanism === 'resource-policy' &&
    trigger.target.logicalId === permission.target.logicalId &&
    principal === servicePrincipal(permission) &&
    !contradicts(permission.guard, trigger.guard)
  );
}

/** The value of a property of the permission, or the permission's logical id where the property is absent. */
export function propertySpan({ resource }: InvokePermission, property: string): Span {
  return entryOf(resource.properties, property)?.value?.outerSpan ?? resource.nameSpan;
}

/** Removes the permission where nothing else names it. */
export function removePermissionFix({ logicalId }: InvokePermission, { template, tree }: Analysis): readonly Fix[] {
  const resources = template?.resourcesNode;
  const entry = entryOf(resources, logicalId);
  if (!template || !resources || !entry) return [];
  const isNamed = [...template.resources.values()].some((resource) => dependenciesOf(resource).has(logicalId));
  return isNamed ? [] : [{ title: `Remove ${logicalId}`, preferred: true, edits: [removeEntry(tree, resources, entry)] }];
}
