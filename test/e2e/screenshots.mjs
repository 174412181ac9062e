/**
 * `npm run screenshots`: installs the packaged extension, uses it on the sample like a person and takes the pictures of the README
 * (docs/images): a squiggle with its hover, the quick-fix menus of an action and of a trigger, the text after each fix, what is shown
 * between the lines, the completions of an action, the permission map.
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

/** The mistake that the pictures show, behind the colon of its action, and what its quick fix makes of it. */
const mistake = 'Invoke';
const corrected = 'InvokeFunction';

/** A picture shows this many lines of text around the mistake, and at least this width in pixels. */
const linesAround = 8;
const linesOfResource = 13;
const narrowest = 900;

/** A machine without a browser has no monospaced font either, and pictures should not depend on the machine. */
const font = join(hostFolder, 'node_modules', '@fontsource', 'dejavu-mono', 'files', 'dejavu-mono-latin-400-normal.woff2');
const fontFamily = 'Picture Mono';

/** Large letters, nothing beside the text and no lines under it but squiggles: the pictures are shown smaller than they are. */
const readable = {
  'editor.fontFamily': fontFamily,
  'editor.fontSize': 16,
  'editor.minimap.enabled': false,
  'editor.suggestFontSize': 14,
  'editor.suggestLineHeight': 22,
  // Control opens menus here, and should not underline what is under the mouse.
  'editor.multiCursorModifier': 'ctrlCmd',
  'editor.hover.above': false,
  'editor.hover.delay': 100,
  'editor.stickyScroll.enabled': false,
  'editor.links': false,
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
  // A hover may be as high as a quarter of the editor: in a low one its text is cut off.
  await page.setViewportSize({ width: 1280, height: 1400 });
  try {
    await provideFont(page);
    const samples = copySamples(folder);
    await openAt(page, editor, samples, /# Reads the files/);
    await showLenses(page);
    await openAt(page, editor, samples, /lambda:Invoke(?!\w)/);
    await mendAction(page);
    await openAt(page, editor, samples, /Function: !GetAtt Importer/);
    await mendTrigger(page);
    await openAt(page, editor, samples, /- sqs:ReceiveMessage/);
    await showCompletions(page);
    // The editor may bring back what was changed, so the map is of another copy.
    await showMap(page, editor, copySamples(join(folder, 'another')));
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

async function openAt(page, editor, samples, pattern) {
  const sample = sampleToOpen(samples);
  const line = lineOf(readFileSync(sample, 'utf8'), pattern);
  const place = [
    ['openFile', `${editor.uriOf(sample)}:${line}:1`],
    ['gotoLineMode', 'true'],
  ];
  await page.goto(editor.addressOf(samples, place));
  await page.waitForSelector('.monaco-editor .squiggly-error');
  if (await page.locator('.part.sidebar').isVisible()) await page.keyboard.press('Control+b');
  await settle();
}

async function mendAction(page) {
  const word = page.locator('.view-line span', { hasText: new RegExp(`^\\s*${mistake}\\s*$`) }).last();
  const place = await word.boundingBox();

  await word.hover();
  await takePicture(page, 'hover.png', place, page.locator('.monaco-hover:not(.hidden)').first());

  await page.keyboard.press('Escape');
  await settle();
  await word.click();
  await takeMouseAway(page);
  await page.keyboard.press('Control+.');
  await takePicture(page, 'quick-fix.png', place, page.locator('.action-widget').first());

  await page.keyboard.press('Enter');
  await takePicture(page, 'fixed.png', place, page.locator('.view-line span', { hasText: corrected }).last());
}

async function mendTrigger(page) {
  const word = page.locator('.view-line span', { hasText: /^\s*Importer\.Arn\s*$/ }).last();
  const place = await word.boundingBox();
  await word.click();
  await takeMouseAway(page);
  await page.keyboard.press('Control+.');
  await takePicture(page, 'trigger.png', place, page.locator('.action-widget').first());
  await page.keyboard.press('Enter');
  await takePicture(
    page,
    'trigger-fixed.png',
    place,
    page.locator('.view-line span', { hasText: 'ImporterUploadsPermission' }).last(),
    linesOfResource,
  );
}

/** What stands above a function and above its trigger, and at the end of a line. */
async function showLenses(page) {
  const lens = (text) => page.locator('.codelens-decoration', { hasText: text }).first();
  const trigger = lens('Amazon S3 may not call Importer');
  await trigger.waitFor();
  await takePicture(page, 'lens.png', await lens('invoked by 1, 1 missing').boundingBox(), trigger, 1);
}

/** Another action is begun under the one that is there, and the documentation opened beside the list. */
async function showCompletions(page) {
  const line = page.locator('.view-line', { hasText: '- sqs:ReceiveMessage' }).first();
  const place = await line.boundingBox();
  await line.click();
  await takeMouseAway(page);
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('- sqs:GetQ');
  await page.keyboard.press('Control+Space');
  await page.locator('.suggest-widget.visible .monaco-list-row').first().waitFor();
  await settle();
  await page.keyboard.press('Control+Space');
  await takePicture(page, 'completion.png', place, page.locator('.suggest-details').first(), 4);
}

/** The permission map beside its template, with an edge chosen that is not allowed. */
async function showMap(page, editor, samples) {
  await page.setViewportSize({ width: 1500, height: 760 });
  await openAt(page, editor, samples, /Function: !GetAtt Importer/);
  await page.locator('.editor-actions [aria-label*="Permission Map"]').first().click();
  const missing = page.frameLocator('iframe.webview').frameLocator('#active-frame').locator('.edge.missing');
  await missing.first().waitFor();
  await missing.filter({ hasText: 'Uploads invokes Importer' }).locator('.mark').click();
  await settle();
  await page.screenshot({ path: join(pictures, 'permission-map.png') });
}

/** What is under the mouse may look different. */
async function takeMouseAway(page) {
  await page.mouse.move(0, 0);
  await settle();
}

/** A picture of whole lines: those around the mistake and all that `subject` covers, once that is there. */
async function takePicture(page, name, place, subject, lines = linesAround) {
  await subject.waitFor();
  await page.waitForFunction(lensesAreRead);
  await settle();
  const box = await subject.boundingBox();
  const visible = page.viewportSize();
  const margin = place.height * lines;
  const edges = await page.locator('.lines-content .view-line').evaluateAll(topsOf);
  const top = edges.findLast((edge) => edge <= place.y - margin) ?? edges[0];
  const lowest = Math.max(place.y + margin, box.y + box.height + place.height / 2);
  const bottom = edges.find((edge) => edge >= lowest) ?? visible.height;
  const right = Math.min(visible.width, Math.max(narrowest, box.x + box.width + place.height));
  await page.screenshot({ path: join(pictures, name), clip: { x: 0, y: top, width: right, height: bottom - top } });
}

/** In the page: the upper edges of lines, from the top. */
function topsOf(lines) {
  return lines.map((line) => line.getBoundingClientRect().top).sort((one, other) => one - other);
}

/** In the page: a lens keeps its place free until its words are there. */
function lensesAreRead() {
  return Array.from(document.querySelectorAll('.codelens-decoration')).every((lens) => lens.textContent.trim() !== '');
}

/** Menus and hovers fade in, and the workbench gives no sign when it is at rest. */
function settle() {
  return pause(1_500);
}

function lineOf(text, pattern) {
  const found = text.search(pattern);
  if (found === -1) throw new Error(`The sample has no ${pattern}.`);
  return text.slice(0, found).split('\n').length;
}
