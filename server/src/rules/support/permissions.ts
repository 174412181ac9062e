import type { Analysis } from '../../analysis/index.ts';
import type { InvokePermission, Trigger } from '../../lambda/index.ts';
import { display } from '../../symbolic/index.ts';
import { entryOf } from '../../syntax/index.ts';
import type { Span } from '../../text/span.ts';

/** The permissions that the author wrote. */
export function writtenPermissions({ permissions }: Analysis): readonly InvokePermission[] {
  return permissions.permissions.filter(({ origin }) => origin === 'template');
}

/** The service principal that a permission names for certain, its Region as it stands: `s3.amazonaws.com`, `logs.${AWS::Region}.amazonaws.com`. */
export function servicePrincipal({ principal }: InvokePermission): string | undefined {
  const text = display(principal).replace('${AWS::URLSuffix}', 'amazonaws.com');
  return SERVICE.test(text) ? text : undefined;
}

const SERVICE = /^[a-z0-9-]+(\.[a-z0-9-]+|\.\$\{AWS::Region\})*\.(amazonaws\.com(\.cn)?|amazon\.com)$/;

/** The triggers that a permission lets in. */
export function triggersLetIn(permission: InvokePermission, { permissions }: Analysis): readonly Trigger[] {
  const invokers = permissions.functions.flatMap((fn) => fn.invokers);
  return invokers.filter(({ grantedBy }) => grantedBy.includes(permission)).map(({ trigger }) => trigger);
}

/** The value of a property of the permission, or the permission's logical id where the property is absent. */
export function propertySpan({ resource }: InvokePermission, property: string): Span {
  return entryOf(resource.properties, property)?.value?.outerSpan ?? resource.nameSpan;
}
