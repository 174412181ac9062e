import { expect, test } from 'vitest';
import type { RuleEntry } from '../../server/src/features/index.ts';
import type { DataSummary } from '../../server/src/lsp/dataSummary.ts';
import { RULES } from '../../server/src/rules/index.ts';
import { startClient } from './client.ts';

test('all rules, and the page of each', async () => {
  const client = await startClient({});
  const rules = await client.request<readonly RuleEntry[]>('lambdaIam/rules', undefined);
  expect(rules.map(({ id }) => id)).toEqual(RULES.map(({ id }) => id));
  const pageOf = (rule: string) => client.request<string | null>('lambdaIam/rulePage', { rule });
  expect(await pageOf('wildcard-resource')).toMatch(/^# wildcard-resource\n\n\*\*.+\*\*\n\nRecommended severity \*\w+\*: .+\./);
  expect(await pageOf('no-such-rule')).toBeNull();
  await client.stop();
});

test('what the data holds, and of when it is', async () => {
  const client = await startClient({});
  expect(await client.request<DataSummary | null>('lambdaIam/data', undefined)).toEqual({
    date: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
    isOutdated: expect.any(Boolean),
    services: expect.toSatisfy((count: number) => count > 400),
    actions: expect.toSatisfy((count: number) => count > 20_000),
    managedPolicies: expect.toSatisfy((count: number) => count > 1000),
  });
  await client.stop();
});
