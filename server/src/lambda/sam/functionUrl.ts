import { propertyAt, type Template } from '../../cloudformation/index.ts';
import { fact } from '../../incremental/facts.ts';
import { literalText, type SyntaxNode } from '../../syntax/index.ts';
import { functionsOf } from '../functions.ts';
import type { InvokePermission, LambdaFunction } from '../model.ts';
import { invokedFunction, samPermission } from './draft.ts';

/** The `FunctionUrlConfig` of a SAM function, the one of `Globals` included. */
export function functionUrlConfig(fn: LambdaFunction, template: Template): SyntaxNode | undefined {
  return fn.isSam ? propertyAt(template, fn.resource, 'FunctionUrlConfig') : undefined;
}

/** The `AuthType` of a SAM function's URL. */
export function urlAuthType(fn: LambdaFunction, template: Template): SyntaxNode | undefined {
  return functionUrlConfig(fn, template) && propertyAt(template, fn.resource, 'FunctionUrlConfig', 'AuthType');
}

/**
 * The pair of permissions that SAM makes for a public function URL. A computed `AuthType` has none, even where it turns out as `NONE`.
 * Source: github.com/aws/serverless-application-model, samtranslator/model/sam_resources.py.
 */
export function functionUrlPermissions(template: Template): readonly InvokePermission[] {
  if (!template.usesSam) return [];
  return functionsOf(template).flatMap((fn) => publicAccess(template, fn));
}

const publicAccess = fact((template: Template, fn: LambdaFunction): readonly InvokePermission[] => {
  if (literalText(urlAuthType(fn, template)) !== 'NONE') return [];
  const shared = { resource: fn.resource, target: invokedFunction(fn, template), principal: '*', guard: fn.guard };
  return [
    samPermission({
      ...shared,
      logicalId: `${fn.logicalId}UrlPublicPermissions`,
      action: 'lambda:InvokeFunctionUrl',
      functionUrlAuthType: 'NONE',
    }),
    samPermission({ ...shared, logicalId: `${fn.logicalId}URLInvokeAllowPublicAccess`, invokedViaFunctionUrl: true }),
  ];
});
