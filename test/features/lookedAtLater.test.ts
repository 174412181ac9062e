import { expect, test } from 'vitest';
import { analyse } from '../../server/src/analysis/index.ts';
import { codeActionsAt } from '../../server/src/features/index.ts';
import { checkAll } from '../../server/src/rules/index.ts';
import { editsInText } from '../../server/src/syntax/index.ts';
import type { LanguageId } from '../../server/src/text/sourceText.ts';
import { SHOP_ROLE } from '../harness/templates.ts';
import { analysed, jsonTwin } from '../harness/twins.ts';

const POLICY = `Version: "2012-10-17"
Statement:
  - Effect: Allow
    Action: [sqs:SendMessage, lambda:Invoke, s3:PutObject]
    Resource: "*"
  - Effect: Allow
    Action: s3:GetObject
    Resource: "*"
`;

const TEXTS: readonly (readonly [string, string, LanguageId])[] = [SHOP_ROLE, POLICY]
  .map((text) => (text.startsWith('  ') ? `Resources:\n${text}` : text))
  .flatMap((text, i) => [[`YAML ${i}`, text, 'yaml'] as const, [`JSON ${i}`, jsonTwin(text), 'json'] as const]);

/** What is offered at each finding, with its edits in the text, made in the order of the offers or in the other one. */
function offered(text: string, language: LanguageId, order: 'first to last' | 'last to first', hasChanged: boolean) {
  const before = analysed(hasChanged ? `\n${text}` : text, language);
  const analysis = hasChanged ? analyse({ ...before.source, version: 1, text }, before.knowledge, before) : before;
  const findings = checkAll(analysis);
  const actions = findings.flatMap(({ span }) => codeActionsAt(analysis, span, findings));
  const waiting = order === 'first to last' ? actions : actions.toReversed();
  const made = waiting.map(({ title, edits }) => ({ title, edits: editsInText(analysis.tree, edits()) }));
  return order === 'first to last' ? made : made.toReversed();
}

test.each(TEXTS)('an edit says the same whenever it is looked at, and in every version: %s', (_, text, language) => {
  const inOrder = offered(text, language, 'first to last', false);
  expect(inOrder.length).toBeGreaterThan(0);
  expect(offered(text, language, 'last to first', false)).toEqual(inOrder);
  expect(offered(text, language, 'first to last', true)).toEqual(inOrder);
});
