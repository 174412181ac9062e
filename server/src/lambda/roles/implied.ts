import { evaluate, propertyAt, type Resource, type Template } from '../../cloudformation/index.ts';
import { knownText, onlyHole } from '../../symbolic/index.ts';
import { childAt } from '../../syntax/index.ts';
import { functionsOf } from '../functions.ts';
import type { LambdaFunction } from '../model.ts';
import { eventsOf, isPolledByQueue, type SamEvent } from '../sam/index.ts';
import { NOTHING, type RoleContents, together } from './contents.ts';
import type { Provenance } from './documents.ts';
import { impliedGrants } from './impliedGrants.ts';
import type { RoleKnowledge } from './knowledge.ts';
import { publishedPolicy } from './managedPolicies.ts';

/**
 * What SAM puts into a generated role by itself, for the function's configuration and the events that Lambda polls.
 * Source: github.com/aws/serverless-application-model, samtranslator/model/sam_resources.py (`_construct_role`) and
 * samtranslator/model/eventsources/pull.py.
 */
export function impliedContents(owner: Resource, roleId: string, template: Template, knowledge: RoleKnowledge): RoleContents {
  const provenance: Provenance = { source: 'sam-implicit', label: `${roleId} (SAM)` };
  const fn = functionsOf(template).find(({ logicalId }) => logicalId === owner.logicalId);
  const names = fn ? impliedPolicyNames(fn, template) : namesForStateMachine(owner, template);
  return together([
    ...names.map((name) => ({ ...publishedPolicy(name, knowledge, provenance), managedPolicies: [name] })),
    { ...NOTHING, grants: fn ? impliedGrants(fn, template, provenance) : [] },
  ]);
}

/** In other partitions than `aws` SAM takes AWSXRayDaemonWriteAccess, which grants no less. */
const TRACING_POLICY = 'AWSXrayWriteOnlyAccess';

/** The managed policies that SAM attaches to the role that it makes for a function. */
export function impliedPolicyNames(fn: LambdaFunction, template: Template): readonly string[] {
  const isSet = (property: string): boolean => isPresent(fn.resource, property, template);
  return [
    isSet('DurableConfig') ? 'AWSLambdaBasicDurableExecutionRolePolicy' : 'AWSLambdaBasicExecutionRole',
    ...(isTraced(fn.resource, template) ? [TRACING_POLICY] : []),
    ...(isSet('VpcConfig') ? ['AWSLambdaVPCAccessExecutionRole'] : []),
    ...eventsOf(fn, template).flatMap(policyOfEvent),
  ];
}

function namesForStateMachine(owner: Resource, template: Template): readonly string[] {
  const enabled = childAt(propertyAt(template, owner, 'Tracing'), 'Enabled');
  return enabled?.kind === 'scalar' && enabled.text === 'true' ? [TRACING_POLICY] : [];
}

/** SAM looks whether something is there, not what a condition makes of it. */
function isPresent(owner: Resource, property: string, template: Template): boolean {
  const node = propertyAt(template, owner, property);
  if (!node) return false;
  if (node.kind === 'scalar') return node.tag !== undefined || node.text !== '';
  return node.kind === 'mapping' ? node.entries.length > 0 : node.items.length > 0;
}

/** Any value but `Disabled`, so that `PassThrough` and an `Fn::If` count; of a parameter SAM takes the default. */
function isTraced(owner: Resource, template: Template): boolean {
  const node = propertyAt(template, owner, 'Tracing');
  if (!node || !isPresent(owner, 'Tracing', template)) return false;
  const value = evaluate(node, { template });
  const hole = onlyHole(value);
  const text = hole?.kind === 'parameter' ? template.parameters.get(hole.name)?.defaultValue : knownText(value);
  return text !== 'Disabled';
}

/** The policies for events that Lambda polls; the other polled events get statements of their own. */
const EVENT_POLICIES: Readonly<Record<string, string>> = {
  DynamoDB: 'AWSLambdaDynamoDBExecutionRole',
  Kinesis: 'AWSLambdaKinesisExecutionRole',
  MSK: 'AWSLambdaMSKExecutionRole',
  SQS: 'AWSLambdaSQSQueueExecutionRole',
};

function policyOfEvent(event: SamEvent): readonly string[] {
  const type = event.type === 'SNS' && isPolledByQueue(event) ? 'SQS' : event.type;
  const name = Object.hasOwn(EVENT_POLICIES, type) ? EVENT_POLICIES[type] : undefined;
  return name === undefined ? [] : [name];
}
