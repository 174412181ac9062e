import type { Analysis } from '../../analysis/index.ts';
import type { PolicySite } from '../../policies/index.ts';
import { child, entryOf, itemsOf, literalText, type MappingNode, type SequenceNode } from '../../syntax/index.ts';
import {
  addFirstEntry,
  addItem,
  addToList,
  type Draft,
  mapping,
  removeEntry,
  removeItem,
  replaceValue,
  setEntry,
  toDraft,
} from '../../syntax/write/index.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Fix } from '../rule.ts';
import type { Misplaced } from './misplaced.ts';
import { CURRENT_VERSION } from './policyVersion.ts';

/** Ways to put a misplaced statement right. */
export function misplacedFixes(found: Misplaced, analysis: Analysis): readonly Fix[] {
  switch (found.why) {
    case 'principal':
      return principalFixes(found, analysis);
    case 'trust-action':
      return trustFixes(found, analysis);
    case 'foreign-action':
    case 'polling':
      return removal(found, analysis);
  }
}

/** An identity policy's statement without its principal is complete; one about assuming a role may be meant for the trust policy. */
function principalFixes({ site, statement, principal }: Misplaced & { why: 'principal' }, analysis: Analysis): readonly Fix[] {
  const { tree } = analysis;
  const { node } = statement;
  if (!entryOf(node, 'Resource') && !entryOf(node, 'NotResource'))
    return isTrustStatement(node) ? moveToTrust(site, node, analysis) : [];
  return [
    {
      title: `Remove ${principal.key.text}`,
      preferred: principal.key.text === 'Principal',
      edits: [removeEntry(tree, node, principal)],
    },
  ];
}

function isTrustStatement(node: MappingNode): boolean {
  const action = entryOf(node, 'Action')?.value;
  const actions = action?.kind === 'sequence' ? action.items : [action];
  return actions.every((item) => item?.kind === 'scalar' && /^sts:(AssumeRole|TagSession|SetSourceIdentity)/i.test(item.text));
}

/** Moves the statement into the trust policy of the role whose policy it stands in. */
function moveToTrust({ owner }: PolicySite, node: MappingNode, { tree }: Analysis): readonly Fix[] {
  const statements = entryOf(entryOf(owner?.properties, 'AssumeRolePolicyDocument')?.value, 'Statement')?.value;
  const list = siblingsOf(node);
  if (!owner || !list || statements?.kind !== 'sequence' || statements.tag !== undefined) return [];
  const moved = toDraft(node);
  return [
    {
      title: `Move the statement to the trust policy of ${owner.logicalId}`,
      preferred: true,
      edits: [removeItem(tree, list, node), addItem(tree, statements, moved)],
    },
  ];
}

/** The action that was meant, or the statement in a policy of the role. */
function trustFixes(found: Misplaced & { why: 'trust-action' }, analysis: Analysis): readonly Fix[] {
  const { site, statement, actions } = found;
  const { tree } = analysis;
  const isWhole = actions.length === statement.actions?.values.length;
  const others = site.document.statements.filter((other) => other !== statement);
  if (isWhole && others.length === 0 && statement.principals) {
    const edits = [setEntry(tree, statement.node, 'Action', 'sts:AssumeRole')];
    return [{ title: 'Replace with sts:AssumeRole', preferred: true, edits }];
  }
  const removed = isWhole ? removeStatement(statement.node, analysis) : removeActions(found, analysis);
  const properties = site.owner?.type === 'AWS::IAM::Role' ? site.owner.properties : undefined;
  if (!properties || removed.length === 0) return [];
  const granted = mapping({
    Effect: statement.effect === 'Deny' ? 'Deny' : 'Allow',
    Action: actions.length === 1 ? actions[0]?.text : actions.map(({ text }) => text),
    Resource: resourceOf(statement.node),
  });
  const document = mapping({ Version: CURRENT_VERSION, Statement: [granted] });
  const policy = mapping({ PolicyName: freshPolicyName(properties), PolicyDocument: document });
  return [
    {
      title: `Move ${actions.length > 1 ? 'the actions' : actions[0]?.text} to the policies of ${site.owner?.logicalId}`,
      // The resource is the author's to narrow.
      preferred: false,
      // What is removed may end where the properties end, so a list that is not there yet goes in front.
      edits: [
        ...removed,
        isWhole && !entryOf(properties, 'Policies')
          ? addFirstEntry(tree, properties, 'Policies', [policy])
          : addToList(tree, properties, 'Policies', policy),
      ],
    },
  ];
}

/** The names of a role's inline policies differ. */
function freshPolicyName(role: MappingNode): string {
  const taken = new Set(itemsOf(child(role, 'Policies')).map((policy) => literalText(child(policy, 'PolicyName'))));
  for (let i = 1; ; i++) {
    const name = i === 1 ? 'ExecutionPermissions' : `ExecutionPermissions${i}`;
    if (!taken.has(name)) return name;
  }
}

function resourceOf(node: MappingNode): Draft {
  const resource = entryOf(node, 'Resource')?.value;
  return resource ? toDraft(resource) : '*';
}

function removeActions({ statement, actions }: Misplaced & { why: 'trust-action' }, { tree }: Analysis): readonly TextEdit[] {
  const clause = statement.actions;
  const moved = new Set(actions.map(({ value }) => value.node));
  const kept = itemsOf(clause?.node).filter((node) => !moved.has(node));
  const [only, ...others] = kept.map(toDraft);
  return clause && only !== undefined ? [replaceValue(tree, clause.node, others.length > 0 ? [only, ...others] : only)] : [];
}

/** A statement that lets nobody in may go, unless it is the only one. */
function removal({ statement, why }: Misplaced, analysis: Analysis): readonly Fix[] {
  const edits = why === 'polling' ? removeStatement(statement.node, analysis) : [];
  return edits.length > 0 ? [{ title: 'Remove the statement', preferred: false, edits }] : [];
}

function removeStatement(node: MappingNode, { tree }: Analysis): readonly TextEdit[] {
  const list = siblingsOf(node);
  return list ? [removeItem(tree, list, node)] : [];
}

/** The list that the statement stands in, with others. */
function siblingsOf({ parent }: MappingNode): SequenceNode | undefined {
  return parent?.kind === 'sequence' && parent.items.length > 1 ? parent : undefined;
}
