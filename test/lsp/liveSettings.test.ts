import { expect, test } from 'vitest';
import { startClient } from './client.ts';

const POLICY = '{"Statement": [{"Effect": "Allow", "Action": "lambda:Invoke", "Resource": "*"}]}';
const FOLDERS = ['file:///one', 'file:///two', 'file:///two/inner'];

const LEVELS: Readonly<Record<string, string>> = { 'file:///one': 'hint', 'file:///two': 'warning', 'file:///two/inner': 'off' };

test('each folder of a workspace has settings of its own, and what is outside of all has those of the window', async () => {
  const level = (folder?: string): string => (folder === undefined ? 'information' : (LEVELS[folder] ?? 'error'));
  const client = await startClient(
    { workspace: { configuration: true, workspaceFolders: true } },
    { settings: (folder) => ({ rules: { 'api-operation-as-action': level(folder) } }), folders: FOLDERS },
  );
  const severityIn = async (uri: string): Promise<readonly unknown[]> => {
    client.open(POLICY, { uri, languageId: 'json' });
    await client.until(() => client.published().some((one) => one.uri === uri));
    const published = client.published().findLast((one) => one.uri === uri);
    return (published?.diagnostics ?? [])
      .filter(({ code }) => code === 'api-operation-as-action')
      .map(({ severity }) => severity);
  };
  expect(await severityIn('file:///one/a.json')).toEqual([4]);
  expect(await severityIn('file:///two/a.json')).toEqual([2]);
  expect(await severityIn('file:///two/inner/a.json')).toEqual([]);
  expect(await severityIn('file:///three/a.json')).toEqual([3]);
  await client.stop();
});
