/**
 * `npm run screenshots`: installs the packaged extension, uses it on the sample like a person and takes the pictures of the README
 * (docs/images): a squiggle with its hover, the quick-fix menu, the text after the fix.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { packageExtension } from '../../server/tools/package.mjs';
import { openBrowser } from './editor/browser.mjs';
import { copySamples, freshArtifacts, hostFolder, root, withTemporaryFolder } from './editor/folders.mjs';
import { ensureHost } from './editor/install.mjs';
import { sampleToOpen } from './editor/samples.mjs';
import { startEditor } from './editor/server.mjs';

const pictures = join(root, 'docs', 'images');
const patience = 60_000;

/** The mistake that the pictures show, and what its quick fix makes of it. */
const mistake = 'lambda:Invoke';
const corrected = 'lambda:InvokeFunction';

/** A picture shows this much of the editor, in pixels: above and below the mistake, and from the left. */
const above = 230;
const below = 230;
const widest = 1000;

/** A machine without a browser has no monospaced font either, and pictures should not depend on the machine. */
const font = join(hostFolder, 'node_modules', '@fontsource', 'dejavu-mono', 'files', 'dejavu-mono-latin-400-normal.woff2');
const fontFamily = 'Picture Mono';

/** Large letters and nothing beside the text: the pictures are shown smaller than they are. */
const readable = {
  'editor.fontFamily': fontFamily,
  'editor.fontSize': 16,
  'editor.minimap.enabled': false,
  'editor.hover.delay': 100,
  'editor.stickyScroll.enabled': false,
  'breadcrumbs.enabled': false,
  'workbench.activityBar.location': 'hidden',
  'workbench.colorTheme': 'Default Light Modern',
};

ensureHost();
const vsix = await packageExtension();
await withTemporaryFolder(takePictures);

async function takePictures(folder) {
  mkdirSync(pictures, { recursive: true });
  const editor = await startEditor({ folder, vsix, settings: readable });
  const { context, page } = await openBrowser(join(folder, 'browser'));
  page.setDefaultTimeout(patience);
  try {
    await provideFont(page);
    await openAtMistake(page, editor, copySamples(folder));
    await walkThrough(page);
  } catch (error) {
    await page.screenshot({ path: join(freshArtifacts(), 'screenshots.png') });
    throw error;
  } finally {
    await context.close();
    await editor.stop();
  }
}

/** Loads the font before the workbench starts, because the editor measures its font only once. */
async function provideFont(page) {
  await page.route('**/picture-mono.woff2', (route) => route.fulfill({ path: font }));
  await page.addInitScript((family) => {
    const face = new FontFace(family, 'url(/picture-mono.woff2)');
    face.load().then(() => document.fonts.add(face));
  }, fontFamily);
}

async function openAtMistake(page, editor, samples) {
  const sample = sampleToOpen(samples);
  const line = lineOf(readFileSync(sample, 'utf8'), /lambda:Invoke(?!\w)/);
  const place = [
    ['openFile', `${editor.uriOf(sample)}:${line}:1`],
    ['gotoLineMode', 'true'],
  ];
  await page.goto(editor.addressOf(samples, place));
  await page.waitForSelector('.monaco-editor .squiggly-error');
  await page.keyboard.press('Control+b');
  await settle();
}

async function walkThrough(page) {
  const word = page.locator('.view-line span', { hasText: new RegExp(`^\\s*${mistake}\\s*$`) }).last();
  const clip = await surroundingsOf(page, word);
  const picture = (name) => page.screenshot({ path: join(pictures, name), clip });

  await word.hover();
  await page.waitForSelector('.monaco-hover:not(.hidden) .hover-contents');
  await settle();
  await picture('hover.png');

  await page.keyboard.press('Escape');
  await word.click();
  await page.keyboard.press('Control+.');
  await page.waitForSelector('.action-widget');
  await settle();
  await picture('quick-fix.png');

  await page.keyboard.press('Enter');
  await page.locator('.view-line', { hasText: corrected }).first().waitFor();
  await settle();
  await picture('fixed.png');
}

async function surroundingsOf(page, word) {
  const { height } = page.viewportSize();
  const { y } = await word.boundingBox();
  const top = Math.max(0, Math.round(y) - above);
  return { x: 0, y: top, width: widest, height: Math.min(height - top, above + below) };
}

/** Menus and hovers fade in, and the workbench gives no sign when it is at rest. */
function settle() {
  return pause(1_500);
}

function lineOf(text, pattern) {
  const found = text.search(pattern);
  if (found === -1) throw new Error(`The sample has no ${mistake}.`);
  return text.slice(0, found).split('\n').length;
}
