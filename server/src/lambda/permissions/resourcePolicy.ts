import {
  canonical,
  consequencesOf,
  evaluate,
  guardOf,
  propertyAt,
  type Resource,
  substitute,
  type Template,
  templateReader,
} from '../../cloudformation/index.ts';
import { type Decision, decide, type Guarded, type RequestContext, type Requester, readPolicyDocument } from '../../iam/index.ts';
import { fact } from '../../incremental/facts.ts';
import { type Guard, isSame, literal, NOWHERE, ofHole, type SymbolicString } from '../../symbolic/index.ts';
import { functionReference } from '../functions.ts';
import type { Verdict } from '../model.ts';
import type { Call } from './aspects.ts';

/**
 * What `AWS::Lambda::ResourcePolicy` resources say about a call: a whole policy of the function, with Deny and any condition.
 * `undefined` when the template has none for the function. Source:
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-resourcepolicy.html
 */
export function verdictOfPolicies(call: Call, given: Guard, template: Template): Verdict | undefined {
  const policies = template.ofTypes(RESOURCE_POLICY);
  const aims = policies.map((resource) => ({ resource, isFor: aimOf(resource, call, template) }));
  const own = aims.filter(({ isFor }) => isFor === 'yes').map(({ resource }) => documentOf(template, resource));
  const items = own.flatMap((document) => document?.items ?? []);
  if (own.length === 0) return aims.some(({ isFor }) => isFor === 'unknown') ? 'unknown' : undefined;
  const { verdict } = decideCall(items, call, given, template);
  const isComplete = own.every((document) => document?.complete) && aims.every(({ isFor }) => isFor !== 'unknown');
  return isComplete || verdict === 'denied' ? verdict : 'unknown';
}

const RESOURCE_POLICY: ReadonlySet<string> = new Set(['AWS::Lambda::ResourcePolicy']);

/** Whether the policy is the one of the function, alias or version that is called. */
function aimOf(resource: Resource, call: Call, template: Template): 'yes' | 'no' | 'unknown' {
  const node = propertyAt(template, resource, 'ResourceArn');
  const aim = node && functionReference(evaluate(node, { template }), template);
  if (aim?.logicalId === undefined) return 'unknown';
  if (aim.logicalId !== call.target.logicalId) return 'no';
  const [a, b] = [aim.qualifier, call.target.qualifier];
  if (!a || !b) return a === b ? 'yes' : 'no';
  return isSame(a, b) ? 'yes' : 'unknown';
}

interface Document {
  readonly items: readonly Guarded[];
  readonly complete: boolean;
}

const documentOf = fact((template: Template, resource: Resource): Document | undefined => {
  const node = propertyAt(template, resource, 'PolicyDocument');
  if (node?.kind !== 'mapping') return undefined;
  const { statements, complete } = readPolicyDocument(node, templateReader({ template }));
  return { items: statements.map((statement) => ({ statement, guard: guardOf(resource) })), complete };
});

function decideCall(items: readonly Guarded[], call: Call, given: Guard, template: Template): Decision<Guarded> {
  return decide(items, {
    action: call.action,
    resource: call.target.value,
    principal: requesterOf(call.principal, template),
    context: contextOf(call),
    canonical: (value: SymbolicString) => canonical(value, template),
    given: consequencesOf(given, template),
  });
}

function requesterOf(principal: string, template: Template): Requester {
  const isIdentity = principal === '*' || principal.startsWith('arn:');
  return { type: isIdentity ? 'AWS' : 'Service', value: substitute(principal, { template }, NOWHERE) };
}

function contextOf(call: Call): RequestContext {
  const context = new Map<string, SymbolicString | 'absent'>();
  if (call.source) context.set('aws:sourcearn', call.source);
  // A source in another account would have to be named, as a permission does with SourceAccount.
  context.set('aws:sourceaccount', ofHole({ kind: 'pseudo', name: 'AWS::AccountId' }));
  context.set('lambda:invokedviafunctionurl', literal(String(call.viaFunctionUrl)));
  return context;
}
