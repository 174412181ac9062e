/** A headless Chromium: the machine's own where there is one, else the one in the npm package `@sparticuz/chromium` (Linux x64). */
import { execFileSync } from 'node:child_process';
import { chmodSync, createReadStream, createWriteStream, existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { hostFolder } from './folders.mjs';

const installedBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const packedFolder = join(hostFolder, 'node_modules', '@sparticuz', 'chromium', 'bin');
const unpackedFolder = join(hostFolder, 'node_modules', '.chromium');

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Opens a browser with one empty page.
 *
 * @param profile folder for the browser's profile; the caller removes it
 * @returns Playwright's `{ context, page }`
 */
export async function openBrowser(profile, { deviceScaleFactor = 1 } = {}) {
  const { chromium } = createRequire(join(hostFolder, 'package.json'))('playwright-core');
  const executablePath = await findBrowser();
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    viewport: { width: 1280, height: 800 },
    deviceScaleFactor,
    args: flags,
    env: executablePath.startsWith(unpackedFolder) ? environmentOfUnpacked(profile) : process.env,
  });
  return { context, page: context.pages()[0] ?? (await context.newPage()) };
}

async function findBrowser() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const installed = installedBrowsers.find((path) => existsSync(path));
  if (installed) return installed;
  if (process.platform === 'linux' && process.arch === 'x64') return unpackBrowser();
  throw new Error('No Chromium or Chrome found: install one, or set CHROMIUM_PATH.');
}

async function unpackBrowser() {
  const executable = join(unpackedFolder, 'chromium');
  if (existsSync(executable)) return executable;
  mkdirSync(unpackedFolder, { recursive: true });
  for (const archive of ['al2023', 'swiftshader', 'fonts']) await unpackArchive(`${archive}.tar`);
  await decompress('chromium', `${executable}.part`);
  chmodSync(`${executable}.part`, 0o755);
  renameSync(`${executable}.part`, executable);
  return executable;
}

async function unpackArchive(name) {
  await decompress(name, join(unpackedFolder, name));
  execFileSync('tar', ['xf', name], { cwd: unpackedFolder });
}

function decompress(name, target) {
  return pipeline(createReadStream(join(packedFolder, `${name}.br`)), createBrotliDecompress(), createWriteStream(target));
}

/** The packed browser brings its libraries and fonts. Its renderer hangs when fontconfig finds no font, so it gets real folders. */
function environmentOfUnpacked(profile) {
  const fontConfig = join(unpackedFolder, 'fonts.local.conf');
  const folders = [join(unpackedFolder, 'fonts'), '/usr/share/fonts'].map((folder) => `<dir>${folder}</dir>`).join('');
  const cache = `<cachedir>${join(dirname(profile), 'fontcache')}</cachedir>`;
  writeFileSync(
    fontConfig,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders}${cache}</fontconfig>`,
  );
  return { ...process.env, LD_LIBRARY_PATH: join(unpackedFolder, 'lib'), FONTCONFIG_FILE: fontConfig };
}
