import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LEFT_OUT } from '../../server/tools/leaveOutFeatures.mjs';
import { startClient } from '../lsp/client.ts';

test('the client lacks no feature that the server offers', async () => {
  const { initialized } = await startClient({ textDocument: { diagnostic: {}, rename: { prepareSupport: true } } });
  const { workspace = {}, ...capabilities } = initialized.capabilities;
  const offered = [...Object.keys(capabilities), ...Object.keys(workspace).map((name) => `workspace.${name}`)];
  expect(offered).toContain('hoverProvider');
  expect(Object.values(LEFT_OUT).filter((feature) => offered.includes(feature))).toEqual([]);
});

test('the features that are left out are files of the library', () => {
  const folder = new URL('../../node_modules/vscode-languageclient/lib/common/', import.meta.url);
  expect(Object.keys(LEFT_OUT).filter((name) => !existsSync(new URL(`${name}.js`, folder)))).toEqual([]);
});
