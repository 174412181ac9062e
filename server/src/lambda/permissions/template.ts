import { evaluate, guardOf, propertyAt, type Resource, type Template } from '../../cloudformation/index.ts';
import { fact } from '../../incremental/facts.ts';
import { literal, type SymbolicString } from '../../symbolic/index.ts';
import { literalText } from '../../syntax/index.ts';
import { functionReference } from '../functions.ts';
import type { InvokePermission } from '../model.ts';

/** The `AWS::Lambda::Permission` resources that the template itself holds. */
export function templatePermissions(template: Template): readonly InvokePermission[] {
  return template.ofTypes(PERMISSION_TYPES).map((resource) => readPermission(template, resource));
}

/** The types of resources that are Lambda permissions. */
export const PERMISSION_TYPES: ReadonlySet<string> = new Set(['AWS::Lambda::Permission']);

const readPermission = fact((template: Template, resource: Resource): InvokePermission => {
  const value = (key: string): SymbolicString | undefined => {
    const node = propertyAt(template, resource, key);
    return node && evaluate(node, { template });
  };
  return {
    logicalId: resource.logicalId,
    origin: 'template',
    resource,
    target: functionReference(value('FunctionName') ?? literal('', resource.nameSpan), template),
    action: value('Action') ?? literal('', resource.nameSpan),
    principal: value('Principal') ?? literal('', resource.nameSpan),
    sourceArn: value('SourceArn'),
    sourceAccount: value('SourceAccount'),
    functionUrlAuthType: value('FunctionUrlAuthType'),
    invokedViaFunctionUrl: booleanAt(resource, template),
    eventSourceToken: value('EventSourceToken'),
    principalOrgId: value('PrincipalOrgID'),
    guard: guardOf(resource),
  };
});

/** `undefined` when it is not given or not known. */
function booleanAt(resource: Resource, template: Template): boolean | undefined {
  const text = literalText(propertyAt(template, resource, 'InvokedViaFunctionUrl'))?.toLowerCase();
  return text === 'true' ? true : text === 'false' ? false : undefined;
}
