import type { Analysis } from '../../analysis/index.ts';
import type { ConditionTest } from '../../iam/index.ts';
import { entryOf } from '../../syntax/index.ts';
import { addEntry, mapping } from '../../syntax/write/index.ts';
import type { Fix } from '../rule.ts';
import { defineRule } from '../rule.ts';
import { conditionTestsOf, isKey, type PlacedTest } from '../support/conditionTests.ts';
import { policySubject } from '../support/policyWalk.ts';
import { policyWith } from '../support/samples.ts';

/** An Allow that a request without the key passes. */
export const forAllValuesWithoutKey = defineRule<PlacedTest>({
  id: 'for-all-values-without-key',
  severity: 'hint',
  outcome: 'too-open',
  docs: {
    summary: 'ForAllValues in an Allow statement is true when the key is missing.',
    why:
      'A request without the key has no value that fails the test, so ForAllValues lets it pass. Where that is not ' +
      'meant, a Null test demands the key.',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html',
    aka: ['PERMISSIVE_SET_OPERATOR', 'forallvalues_allow_without_null_check'],
    bad: [
      policyWith(
        `ForAllValues:StringEquals:
  aws:TagKeys: [team, stage]
# ^^^^^^^^^^^ This is also true for a request without aws:TagKeys`,
        'sqs:TagQueue',
      ),
    ],
    good: [
      policyWith(
        `ForAllValues:StringEquals:
  aws:TagKeys: [team, stage]
"Null":
  aws:TagKeys: "false"`,
        'sqs:TagQueue',
      ),
    ],
  },

  find: (analysis) => [...conditionTestsOf(analysis)].filter((placed) => isOpen(placed, analysis)),

  diagnose: ({ test, site }) => ({
    span: test.keyNode.span,
    message: `This is also true for a request without ${test.key}. Where such a request must not pass, add Null: {${test.key}: "false"}.`,
    subject: policySubject(site),
  }),

  fix: demandKeyFixes,
});

function isOpen({ test, operator, statement }: PlacedTest, { knowledge: { iam } }: Analysis): boolean {
  if (statement.effect !== 'Allow' || operator?.set !== 'ForAllValues' || !statement.conditionsComplete) return false;
  const isList = iam.conditionKey(test.key)?.type.startsWith('ArrayOf');
  return isList === true && !statement.conditions.some((other) => demands(other, test.key));
}

/** Whether a test says whether the key is there. Who demands a tag of the request demands tag keys by that. */
function demands(test: ConditionTest, key: string): boolean {
  if (isKey(test, key)) return /^null$|^foranyvalue:/i.test(test.operator);
  const isTagOfRequest = key.toLowerCase() === 'aws:tagkeys' && /^aws:requesttag\/./i.test(test.key);
  return isTagOfRequest && !/^null$|^forallvalues:|not|ifexists$/i.test(test.operator);
}

function demandKeyFixes({ test, statement }: PlacedTest, { tree }: Analysis): readonly Fix[] {
  const condition = entryOf(statement.node, 'Condition')?.value;
  if (condition?.kind !== 'mapping' || condition.tag !== undefined || test.guard.length > 0) return [];
  const existing = entryOf(condition, 'Null');
  if (existing && existing.value?.kind !== 'mapping') return [];
  const edit =
    existing?.value?.kind === 'mapping'
      ? addEntry(tree, existing.value, test.key, 'false')
      : addEntry(tree, condition, 'Null', mapping({ [test.key]: 'false' }));
  return [{ title: `Demand ${test.key}`, preferred: true, edits: [edit] }];
}
