import type { Analysis } from '../../analysis/index.ts';
import { evaluate, type Template } from '../../cloudformation/index.ts';
import { matchesAction, type Statement } from '../../iam/index.ts';
import { type FunctionPermissions, functionReference } from '../../lambda/index.ts';
import { display, type SymbolicString } from '../../symbolic/index.ts';
import { child } from '../../syntax/index.ts';
import type { Span } from '../../text/span.ts';
import { policyTemplateUsesOf } from './policyTemplates.ts';

/** A statement or policy template of an execution role that lets the function call itself. */
export interface SelfInvocation {
  readonly span: Span;
  readonly roleId: string;
}

/**
 * What in a function's execution role allows lambda:InvokeFunction on the function itself. Few functions call themselves; where a service
 * is not let in, it is most often meant to let the service in, which an execution role cannot.
 */
export function selfInvocationOf(owner: FunctionPermissions, analysis: Analysis): SelfInvocation | undefined {
  const { template } = analysis;
  const { logicalId: roleId, grants } = owner.role;
  if (!template || roleId === undefined) return undefined;
  const written = grants.find(({ source, statement }) => source === 'inline-policy' && allowsItself(statement, owner, template));
  const span = written?.statement.span ?? policyTemplateSpan(owner, analysis);
  return span && { span, roleId };
}

const INVOKE = 'lambda:InvokeFunction';

function allowsItself({ effect, actions, resources }: Statement, owner: FunctionPermissions, template: Template): boolean {
  if (effect !== 'Allow' || !actions || actions.negated || !resources || resources.negated) return false;
  // A wider action or resource is hardly meant for this one call.
  const isMeant = actions.values.every(({ value }) => /^lambda:invoke/i.test(display(value)));
  return (
    isMeant && matchesAction(actions, INVOKE) === 'yes' && resources.values.some(({ value }) => names(value, owner, template))
  );
}

function names(value: SymbolicString, { fn }: FunctionPermissions, template: Template): boolean {
  return functionReference(value, template).logicalId === fn.logicalId;
}

/** SAM's policy template for calling one function, given the function that has it. */
function policyTemplateSpan(owner: FunctionPermissions, analysis: Analysis): Span | undefined {
  const { template } = analysis;
  if (!template) return undefined;
  const use = policyTemplateUsesOf(analysis).find(({ owner: resource, entry }) => {
    const name = child(entry.value, 'FunctionName');
    const isOwn = resource === owner.fn.resource && entry.key.text === 'LambdaInvokePolicy';
    return isOwn && name !== undefined && names(evaluate(name, { template }), owner, template);
  });
  return use?.entry.key.span;
}
