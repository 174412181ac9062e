import type { Analysis } from '../../analysis/index.ts';
import { evaluate } from '../../cloudformation/index.ts';
import type { JsonObject } from '../../iam/knowledge/index.ts';
import { publishedPolicyName } from '../../lambda/index.ts';
import { jsonDraft } from '../../rules/support/statementDrafts.ts';
import { entryOf } from '../../syntax/index.ts';
import { addEntry, addToList, mapping, removeItem, replaceValue } from '../../syntax/write/index.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';
import { isOfSam, type PolicyEntry, policyEntryAt } from './policyEntry.ts';
import type { Refactoring } from './refactoring.ts';

/** A managed policy of AWS becomes a policy of the role's own, with the statements that AWS has published so far. */
export const expandManagedPolicy: Refactoring = {
  kind: 'refactor.inline',
  *offersAt(analysis, span) {
    const use = managedPolicyAt(analysis, span);
    if (!use) return;
    yield {
      title: `Expand ${use.name} into its statements of ${use.updated}`,
      edits: () => (isOfSam(use.place.owner) ? inPlace(use, analysis) : intoRole(use, analysis)),
    };
  },
};

interface ManagedPolicyUse {
  readonly place: PolicyEntry;
  readonly name: string;
  readonly document: JsonObject;
  /** The day of the document. */
  readonly updated: string;
}

function managedPolicyAt(analysis: Analysis, span: Span): ManagedPolicyUse | undefined {
  const { template, knowledge } = analysis;
  const place = policyEntryAt(analysis, span);
  if (!template || !place) return undefined;
  const name = publishedPolicyName(evaluate(place.node, { template }));
  const policy = name === undefined ? undefined : knowledge.managedPolicies.byName(name);
  return policy?.document && { place, name: policy.name, document: policy.document, updated: policy.updated };
}

function inPlace({ place, document }: ManagedPolicyUse, { tree }: Analysis): readonly TextEdit[] {
  return [replaceValue(tree, place.node, jsonDraft(document))];
}

/** A role lists managed policies and its own ones apart. */
function intoRole({ place, name, document }: ManagedPolicyUse, { tree }: Analysis): readonly TextEdit[] {
  const { properties } = place.owner;
  const list = place.node.parent;
  if (!properties || list?.kind !== 'sequence') return [];
  const policy = mapping({ PolicyName: name, PolicyDocument: jsonDraft(document) });
  // Behind another property, so that the two changes stay apart.
  const after = properties.entries.find(({ value }) => value !== list);
  const addition = entryOf(properties, 'Policies')
    ? addToList(tree, properties, 'Policies', policy)
    : addEntry(tree, properties, 'Policies', [policy], after);
  return [removeItem(tree, list, place.node), addition];
}
