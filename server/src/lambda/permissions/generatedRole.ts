import type { JsonObject } from '../../iam/knowledge/index.ts';
import { concat, ofHole, type SymbolicString } from '../../symbolic/index.ts';
import { child, childAt, type SyntaxNode } from '../../syntax/index.ts';
import type { CallerRole, Grant, Invoker, Trigger, Verdict } from '../model.ts';
import { boundStatements, grantsOf } from '../roles/index.ts';
import type { Context } from './grants.ts';

/** A role that SAM makes for a trigger, so that a service can call the function with it. */
interface GeneratedRole {
  readonly logicalId: (trigger: Trigger) => string;
  readonly actions: readonly string[];
  /** Whether it may also call all versions and aliases. */
  readonly withQualifiers: boolean;
}

/**
 * By trigger. Source: github.com/aws/serverless-application-model, samtranslator/model/eventsources/scheduler.py and
 * samtranslator/model/sam_resources.py (`SamGraphQLApi`).
 */
const ROLES: Readonly<Record<string, GeneratedRole>> = {
  'sam-event-schedulev2': {
    logicalId: ({ resource, property }) => `${resource.logicalId}${property.replace(/^Events\./, '')}Role`,
    actions: ['lambda:InvokeFunction'],
    withQualifiers: false,
  },
  'sam-graphqlapi-datasource': {
    logicalId: ({ resource, property }) => `${resource.logicalId}${property.split('.')[2] ?? ''}LambdaDataSourceRole`,
    actions: ['lambda:InvokeAsync', 'lambda:InvokeFunction'],
    withQualifiers: true,
  },
};

/** The verdict on a trigger that calls with a role of SAM's making; `undefined` for any other. */
export function generatedRoleInvoker(trigger: Trigger, context: Context): Invoker | undefined {
  const { id } = trigger.definition;
  const made = Object.hasOwn(ROLES, id) ? ROLES[id] : undefined;
  if (!made) return undefined;
  const callerRole = roleOf(made, trigger, context);
  return { trigger, verdict: callerRole.allows, grantedBy: [], nearMisses: [], callerRole };
}

function roleOf(made: GeneratedRole, trigger: Trigger, context: Context): CallerRole {
  const logicalId = made.logicalId(trigger);
  const written = calledBy(trigger, context);
  const grants = grantsFor(made, `${logicalId} (SAM)`, written, context);
  return {
    logicalId,
    origin: 'sam',
    owner: trigger.resource,
    trusts: 'yes',
    allows: allowed(trigger),
    by: grants,
    grants,
    written,
  };
}

function calledBy({ target: { qualifier } }: Trigger, { fn }: Context): SymbolicString {
  const arn = ofHole({ kind: 'attribute', logicalId: fn.logicalId, attribute: 'Arn' });
  return qualifier ? concat([arn, ':', qualifier]) : arn;
}

/** A permissions boundary may keep the role from calling; what it says is not looked at. */
function allowed({ node }: Trigger): Verdict {
  const event: SyntaxNode | undefined = node.kind === 'scalar' ? child(node.parent, node.text) : undefined;
  return childAt(event, 'Properties', 'PermissionsBoundary') ? 'unknown' : 'granted';
}

const statements = new Map<GeneratedRole, readonly JsonObject[]>();

function grantsFor(made: GeneratedRole, label: string, called: SymbolicString, { template }: Context): readonly Grant[] {
  const Resource = [{ Ref: 'Called' }, ...(made.withQualifiers ? [{ 'Fn::Sub': '${Called}:*' }] : [])];
  const written = statements.get(made) ?? [{ Effect: 'Allow', Action: made.actions, Resource }];
  statements.set(made, written);
  const bound = boundStatements(written, { template, bindings: new Map([['Called', called]]) });
  return grantsOf(bound, { source: 'sam-implicit', label });
}
