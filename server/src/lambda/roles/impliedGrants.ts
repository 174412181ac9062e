import { branchesOf, propertyAt, type Template } from '../../cloudformation/index.ts';
import type { JsonObject } from '../../iam/knowledge/index.ts';
import type { SymbolicString } from '../../symbolic/index.ts';
import { child, childAt, literalText, type SyntaxNode } from '../../syntax/index.ts';
import type { Grant, LambdaFunction } from '../model.ts';
import { generatedDestination, samSendingGrants, targetOf } from '../needs/index.ts';
import { eventProperty, eventsOf } from '../sam/index.ts';
import { boundStatements, grantsOf, type Provenance } from './documents.ts';
import { type Allowed, allowedForEvent } from './impliedForEvents.ts';

/** The statements that SAM writes into a generated role, besides the managed policies. */
export function impliedGrants(fn: LambdaFunction, template: Template, provenance: Provenance): readonly Grant[] {
  const allowed = [
    ...forDestination(propertyAt(template, fn.resource, 'DeadLetterQueue'), 'TargetArn', template),
    ...forInvokeConfig(fn, template),
    ...eventsOf(fn, template).flatMap((event) => [
      ...allowedForEvent(event, template),
      ...forDestination(eventProperty(event, 'DestinationConfig', 'OnFailure'), 'Destination', template),
    ]),
  ];
  return allowed.flatMap((one) => grantsOf(boundStatements(statementFor(one), scopeFor(one, template)), provenance, one.guard));
}

/** A destination gets a statement only where its `Type` says what it is. */
function forDestination(node: SyntaxNode | undefined, property: string, template: Template): readonly Allowed[] {
  const type = literalText(child(node, 'Type'));
  const arn = child(node, property);
  if (type === undefined || !arn) return [];
  return branchesOf(arn).flatMap((branch) => {
    const grants = branch.node ? samSendingGrants(targetOf(branch.node, template), type) : [];
    return grants.map(({ actions, written }) => ({ actions, resource: written, guard: branch.guard }));
  });
}

function forInvokeConfig(fn: LambdaFunction, template: Template): readonly Allowed[] {
  const config = propertyAt(template, fn.resource, 'EventInvokeConfig');
  return (['OnSuccess', 'OnFailure'] as const).flatMap((outcome) => {
    const destination = childAt(config, 'DestinationConfig', outcome);
    if (child(destination, 'Destination')) return forDestination(destination, 'Destination', template);
    const type = literalText(child(destination, 'Type'));
    const target = type === undefined ? undefined : generatedDestination(fn, outcome, type);
    // The queue or topic is not in the template, so that only its canonical ARN can be compared.
    const grants = target && type !== undefined ? samSendingGrants(target, type) : [];
    return grants.map(({ actions, on }) => ({ actions, resource: on }));
  });
}

/** Statements in CloudFormation's notation, by the actions that they allow on what `Resource` is bound to. */
const statements = new Map<string, readonly JsonObject[]>();

function statementFor({ actions }: Allowed): readonly JsonObject[] {
  const key = actions.join();
  const made = statements.get(key) ?? [{ Effect: 'Allow', Action: actions, Resource: { Ref: 'Resource' } }];
  statements.set(key, made);
  return made;
}

function scopeFor({ resource }: Allowed, template: Template) {
  return { template, bindings: new Map<string, SymbolicString>([['Resource', resource]]) };
}
