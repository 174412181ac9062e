import type { Analysis } from '../../analysis/index.ts';
import type { Template } from '../../cloudformation/index.ts';
import type { JsonObject } from '../../iam/knowledge/index.ts';
import { child, entryOf, itemsOf, literalText, type SyntaxNode } from '../../syntax/index.ts';
import { addToList, type Draft, sub } from '../../syntax/write/index.ts';
import type { Fix } from '../rule.ts';
import type { RoleToExtend } from './grantFix.ts';

/** AWS's policies for execution roles, those with fewer actions first. */
const FOR_FUNCTIONS: readonly string[] = [
  'AWSLambdaBasicExecutionRole',
  'AWSXRayDaemonWriteAccess',
  'AWSLambdaSQSQueueExecutionRole',
  'AWSLambdaVPCAccessExecutionRole',
  'AWSLambdaDynamoDBExecutionRole',
  'AWSLambdaKinesisExecutionRole',
  'AWSLambdaMSKExecutionRole',
];

/**
 * Attaches the managed policy that AWS made for what is missing. Preferred where the author attaches such policies, to this role or to
 * others, and writes no statements; elsewhere a statement of its own names the resource, which is narrower.
 */
export function managedPolicyFix(role: RoleToExtend, actions: readonly string[], analysis: Analysis): Fix | undefined {
  const place = placeFor(role, analysis.template);
  const policy = FOR_FUNCTIONS.map((name) => analysis.knowledge.managedPolicies.byName(name)).find((known) => {
    const granted = grantedBy(known?.document);
    return actions.every((action) => granted.has(action.toLowerCase()));
  });
  if (!place || !policy) return undefined;
  const { owner, key, items } = place;
  const draft = key === 'Policies' && !items.some(isArn) ? policy.name : arnLike(items, policy.arn);
  return {
    title: `Attach ${policy.name} to ${role.logicalId}`,
    preferred: place.isCustom,
    edits: [addToList(analysis.tree, owner, key, draft)],
  };
}

interface Place {
  readonly owner: Parameters<typeof addToList>[1];
  readonly key: string;
  readonly items: readonly SyntaxNode[];
  readonly isCustom: boolean;
}

/** The list that managed policies of the role stand in. */
function placeFor(
  { owner: { properties: owner }, origin, grants }: RoleToExtend,
  template: Template | undefined,
): Place | undefined {
  if (!owner) return undefined;
  const key = origin === 'sam' ? 'Policies' : 'ManagedPolicyArns';
  const list = entryOf(owner, key)?.value;
  if (list && (list.kind !== 'sequence' || list.tag !== undefined)) return undefined;
  const items = itemsOf(list);
  const writesStatements = grants.some(({ source }) => source === 'inline-policy' || source === 'sam-policy-template');
  // Everybody attaches the basic policy: only a further one shows what the author prefers.
  const attachesOthers = items.some((item) => !textOf(item).endsWith('AWSLambdaBasicExecutionRole'));
  return {
    owner,
    key,
    items,
    isCustom: !writesStatements && (attachesOthers || (template !== undefined && isCustomOf(template))),
  };
}

const BEYOND_LOGS = FOR_FUNCTIONS.slice(1);

/** Whether another role, or a function that SAM makes the role of, has one of these policies attached. */
function isCustomOf(template: Template): boolean {
  return [...template.resources.values()].some(({ type, properties }) =>
    itemsOf(child(properties, type === 'AWS::IAM::Role' ? 'ManagedPolicyArns' : 'Policies')).some((item) =>
      BEYOND_LOGS.some((name) => textOf(item).endsWith(name)),
    ),
  );
}

function grantedBy(document: JsonObject | undefined): ReadonlySet<string> {
  const statements = document?.['Statement'];
  const actions = (Array.isArray(statements) ? statements : []).flatMap((statement) => {
    const list = typeof statement === 'object' && statement !== null && 'Action' in statement ? statement['Action'] : [];
    return Array.isArray(list) ? list : [list];
  });
  return new Set(actions.flatMap((action) => (typeof action === 'string' ? [action.toLowerCase()] : [])));
}

const PARTITION = '${AWS::Partition}';

function isArn(item: SyntaxNode): boolean {
  return textOf(item).startsWith('arn:');
}

/** With the partition as the author writes it in the other entries. */
function arnLike(items: readonly SyntaxNode[], arn: string): Draft {
  return items.some((item) => textOf(item).includes(PARTITION)) ? sub(arn.replace('arn:aws:', `arn:${PARTITION}:`)) : arn;
}

function textOf(item: SyntaxNode): string {
  const value = item.kind === 'mapping' ? item.entries[0]?.value : item;
  return (value?.kind === 'scalar' ? value.text : literalText(value)) ?? '';
}
