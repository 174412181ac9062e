import type { Analysis } from '../../analysis/index.ts';
import { evaluate, intrinsicOf, type Resource, referencesIn } from '../../cloudformation/index.ts';
import { publishedPolicyName } from '../../lambda/index.ts';
import { display } from '../../symbolic/index.ts';
import { child, type Entry, entryOf, itemsOf, type MappingNode, type SyntaxNode, type SyntaxTree } from '../../syntax/index.ts';
import { addEntry, addItem, type Draft, mapping, removeEntry, toDraft } from '../../syntax/write/index.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Fix } from '../rule.ts';
import { closesCycle } from './cycles.ts';
import { documentDraft, expandedStatements } from './statementDrafts.ts';

/** Puts what a function's `Policies` grant into the role that the function names, where each of them can be written there. */
export function movePoliciesFix(owner: Resource, policies: Entry, role: Resource, analysis: Analysis): readonly Fix[] {
  const { template, tree } = analysis;
  const moved = itemsOf(policies.value).map((item, i) => movedEntry(item, `${owner.logicalId}Policy${i}`, analysis));
  const named = [...referencesIn(policies.value)].map(({ name }) => name);
  if (!template || !owner.properties || !role.properties || closesCycle(role, named, template)) return [];
  const added = [
    ...listEdits(tree, role.properties, 'ManagedPolicyArns', draftsFor('ManagedPolicyArns', moved)),
    ...listEdits(tree, role.properties, 'Policies', draftsFor('Policies', moved)),
  ];
  if (moved.includes(undefined) || added.includes(undefined)) return [];
  const edits = [removeEntry(tree, owner.properties, policies), ...added.filter((edit) => edit !== undefined)];
  return [{ title: `Move the Policies into ${role.logicalId}`, preferred: false, edits }];
}

/** An entry as it is written in a role, and the list that it belongs into. */
interface Moved {
  readonly list: 'ManagedPolicyArns' | 'Policies';
  readonly draft: Draft;
}

function movedEntry(item: SyntaxNode, name: string, { template, knowledge }: Analysis): Moved | undefined {
  if (!template) return undefined;
  if (item.kind === 'mapping' && !intrinsicOf(item)) {
    const [entry] = item.entries;
    const policy = entry && knowledge.samPolicyTemplates.template(entry.key.text);
    const document = child(item, 'Statement')
      ? versioned(item)
      : policy && documentDraft(expandedStatements(policy, entry.value, template));
    return document === undefined
      ? undefined
      : { list: 'Policies', draft: mapping({ PolicyName: name, PolicyDocument: document }) };
  }
  const value = evaluate(item, { template });
  const published = publishedPolicyName(value);
  const policy = published === undefined ? undefined : knowledge.managedPolicies.byName(published);
  // SAM takes a mere name, a role only an ARN.
  const draft = display(value) === published ? policy?.arn : policy && toDraft(item);
  return draft === undefined ? undefined : { list: 'ManagedPolicyArns', draft };
}

/** The document as it is, in the present language of policies where it names none. */
function versioned(document: MappingNode): Draft {
  const entries = document.entries.map(({ key, value }) => [key.text, toDraft(value)] as const);
  return { entries: child(document, 'Version') ? entries : [['Version', '2012-10-17'], ...entries] };
}

function draftsFor(list: Moved['list'], moved: readonly (Moved | undefined)[]): readonly Draft[] {
  return moved.flatMap((one) => (one?.list === list ? [one.draft] : []));
}

/** `undefined` where the list is not one that can be added to. */
function listEdits(
  tree: SyntaxTree,
  properties: MappingNode,
  key: string,
  drafts: readonly Draft[],
): readonly (TextEdit | undefined)[] {
  const entry = entryOf(properties, key);
  if (drafts.length === 0) return [];
  if (!entry) return [addEntry(tree, properties, key, drafts)];
  const { value } = entry;
  if (value?.kind !== 'sequence' || value.tag !== undefined) return [undefined];
  return drafts.map((draft) => addItem(tree, value, draft));
}
