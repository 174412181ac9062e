/** `npm run icon`: renders client/icon.svg to the PNG that the extension's page shows, with the end-to-end tests' browser. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser } from '../../test/e2e/editor/browser.mjs';
import { root, withTemporaryFolder } from '../../test/e2e/editor/folders.mjs';
import { ensureHost } from '../../test/e2e/editor/install.mjs';

const size = { width: 256, height: 256 };

ensureHost();
await withTemporaryFolder(async (folder) => {
  const { context, page } = await openBrowser(join(folder, 'browser'));
  await page.setViewportSize(size);
  await page.setContent(`<style>body { margin: 0 }</style>${readFileSync(join(root, 'client', 'icon.svg'), 'utf8')}`);
  await page.screenshot({ path: join(root, 'client', 'icon.png'), omitBackground: true });
  await context.close();
});
