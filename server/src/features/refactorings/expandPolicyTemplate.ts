import type { Analysis } from '../../analysis/index.ts';
import type { SamPolicyTemplate } from '../../iam/knowledge/index.ts';
import { documentDraft, expandedStatements } from '../../rules/support/statementDrafts.ts';
import { child, type Entry } from '../../syntax/index.ts';
import { replaceValue } from '../../syntax/write/index.ts';
import type { Span } from '../../text/span.ts';
import { isOfSam, type PolicyEntry, policyEntryAt } from './policyEntry.ts';
import type { Refactoring } from './refactoring.ts';

/** A SAM policy template becomes the statements that SAM makes of it, with the values that it is given. */
export const expandPolicyTemplate: Refactoring = {
  kind: 'refactor.inline',
  *offersAt(analysis, span) {
    const { template, tree } = analysis;
    const use = policyTemplateAt(analysis, span);
    if (!template || !use) return;
    yield {
      title: `Expand ${use.policy.name} into ${use.policy.statements.length > 1 ? 'statements' : 'a statement'}`,
      edits: () => [replaceValue(tree, use.place.node, documentDraft(expandedStatements(use.policy, use.entry.value, template)))],
    };
  },
};

interface TemplateUse {
  readonly place: PolicyEntry;
  readonly entry: Entry;
  readonly policy: SamPolicyTemplate;
}

/** The policy template that an entry uses, with all its parameters. */
function policyTemplateAt(analysis: Analysis, span: Span): TemplateUse | undefined {
  const place = policyEntryAt(analysis, span);
  if (!place || !isOfSam(place.owner) || place.node.kind !== 'mapping') return undefined;
  const [entry, ...others] = place.node.entries;
  const policy = entry && others.length === 0 ? analysis.knowledge.samPolicyTemplates.template(entry.key.text) : undefined;
  if (!entry || !policy?.parameters.every(({ name }) => child(entry.value, name))) return undefined;
  return { place, entry, policy };
}
