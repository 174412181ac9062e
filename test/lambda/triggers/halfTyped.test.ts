import { expect, test } from 'vitest';
import { toTemplate } from '../../../server/src/cloudformation/index.ts';
import { triggersOf } from '../../../server/src/lambda/triggers/index.ts';
import { parse, sourceText } from '../../../server/src/syntax/index.ts';
import { CASES, type Case } from './cases/index.ts';
import { asYaml } from './fixture.ts';
import { templateFor } from './templates.ts';

/** The text up to each of its lines. */
function beginnings(text: string): readonly string[] {
  const lines = text.split('\n');
  return lines.map((_, i) => lines.slice(0, i).join('\n'));
}

/** The text without each of its lines. */
function gaps(text: string): readonly string[] {
  const lines = text.split('\n');
  return lines.map((_, i) => lines.toSpliced(i, 1).join('\n'));
}

function triggersIn(text: string, uri: string): number {
  const template = toTemplate(parse(sourceText(uri, text)).value);
  return template ? triggersOf(template).length : 0;
}

test.each(CASES)('$id: a text that is not finished', (one: Case) => {
  const value = templateFor(one);
  for (const text of beginnings(asYaml(value))) expect(triggersIn(text, 'file:///half.yaml')).toBeLessThan(4);
  for (const text of gaps(JSON.stringify(value, null, 2))) expect(triggersIn(text, 'file:///half.json')).toBeLessThan(4);
});
