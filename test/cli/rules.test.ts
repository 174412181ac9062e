import { expect, test } from 'vitest';
import { RULES } from '../../server/src/rules/index.ts';
import { folderWith } from './commandLine.ts';

const folder = folderWith({});

test('json lists every rule', async () => {
  const { code, out } = await folder.run('rules', '--format', 'json');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toEqual(
    RULES.map(({ id, severity, docs }) => ({ id, severity, summary: docs.summary, aka: docs.aka })),
  );
});

test('pretty lists every rule on a line', async () => {
  const { out } = await folder.run('rules');
  const listed = out.split('\n').slice(0, RULES.length);
  expect(listed.map((line) => line.split(' ')[0])).toEqual(RULES.map(({ id }) => id));
});

test('the page of a rule has its examples', async () => {
  const { code, out } = await folder.run('rules', 'api-operation-as-action');
  const docs = RULES.find(({ id }) => id === 'api-operation-as-action')?.docs;
  expect(code).toBe(0);
  expect(out).toContain(docs?.why);
  for (const example of [...(docs?.bad ?? []), ...(docs?.good ?? [])]) {
    for (const line of example.split('\n')) expect(out).toContain(line);
  }
});

test('a rule is found by the names of other tools, whatever their case', async () => {
  const named = RULES.find(({ docs }) => docs.aka.length > 0);
  const other = named?.docs.aka[0] ?? '';
  const { out } = await folder.run('rules', other.toLowerCase(), '--format', 'json');
  expect(JSON.parse(out).map(({ id }: { id: string }) => id)).toContain(named?.id);
});

test('of a name that several rules share, all are listed', async () => {
  const shared = RULES.filter(({ docs }) => docs.aka.includes('INVALID_ARN')).map(({ id }) => id);
  const { out } = await folder.run('rules', 'invalid_arn');
  expect(shared.length).toBeGreaterThan(1);
  expect(
    out
      .split('\n')
      .slice(0, shared.length + 1)
      .map((line) => line.split(' ')[0]),
  ).toEqual([...shared, '']);
  expect(out).toContain(`${shared.length} rules.`);
});

test('an unknown name is told with the nearest one', async () => {
  expect(await folder.run('rules', 'unknown-actoin')).toEqual({
    code: 2,
    out: '',
    err: 'lambda-iam: There is no rule "unknown-actoin". Did you mean "unknown-action"? "lambda-iam rules" lists them.\n',
  });
});
