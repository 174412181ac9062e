import type { Analysis } from '../../analysis/index.ts';
import type { InvokePermission, Trigger } from '../../lambda/index.ts';
import { knownText } from '../../symbolic/index.ts';
import { entryOf } from '../../syntax/index.ts';
import type { Span } from '../../text/span.ts';

/** The permissions that the author wrote. */
export function writtenPermissions({ permissions }: Analysis): readonly InvokePermission[] {
  return permissions.permissions.filter(({ origin }) => origin === 'template');
}

/** The service principal that a permission names for certain: `s3.amazonaws.com`, `alexa-appkit.amazon.com`. */
export function servicePrincipal({ principal }: InvokePermission): string | undefined {
  const text = knownText(principal);
  return text !== undefined && /\.(amazonaws\.com(\.cn)?|amazon\.com)$/.test(text) ? text : undefined;
}

/** The triggers that a permission lets in. */
export function triggersLetIn(permission: InvokePermission, { permissions }: Analysis): readonly Trigger[] {
  const invokers = permissions.functions.flatMap((fn) => fn.invokers);
  return invokers.filter(({ grantedBy }) => grantedBy.includes(permission)).map(({ trigger }) => trigger);
}

/** The value of a property of the permission, or the permission's logical id where the property is absent. */
export function propertySpan({ resource }: InvokePermission, property: string): Span {
  return entryOf(resource.properties, property)?.value?.outerSpan ?? resource.nameSpan;
}
