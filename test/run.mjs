/**
 * `npm test`: builds, runs the unit tests and then the end-to-end tests, and ends with one line over all of them:
 * `N passed, N failed`. A suite that breaks before it can count its tests counts as one failure.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { ensureHost } from './e2e/editor/install.mjs';

const root = join(import.meta.dirname, '..');
const results = mkdtempSync(join(tmpdir(), 'lambda-iam-results-'));

const totals = [build, editor, unitTests, endToEndTests, endToEndTestsInBrowser].map((suite) => suite());
rmSync(results, { recursive: true, force: true });

const passed = sum(totals.map((total) => total.passed));
const failed = sum(totals.map((total) => total.failed));
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

/** The tests of the bundles need them; a build that works is no test. */
function build() {
  const { status } = node('server/tools/build.mjs');
  return { passed: 0, failed: status === 0 ? 0 : 1 };
}

/** The tests of the colours read the grammars of the editor that the end-to-end tests run in. */
function editor() {
  try {
    ensureHost();
    return { passed: 0, failed: 0 };
  } catch (error) {
    console.error(error);
    return { passed: 0, failed: 1 };
  }
}

function unitTests() {
  const file = join(results, 'unit.json');
  const { status } = node('node_modules/vitest/vitest.mjs', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  return total(status, read(file), ({ numPassedTests, numFailedTests }) => ({ passed: numPassedTests, failed: numFailedTests }));
}

function endToEndTests() {
  const file = join(results, 'e2e.json');
  const { status } = node('test/e2e/run.mjs', [], { E2E_RESULTS: file });
  return total(status, read(file), (counts) => counts);
}

/** What works on Node works in a browser once the extension, its server and their files find each other there. */
function endToEndTestsInBrowser() {
  const file = join(results, 'web.json');
  const { status } = node('test/e2e/run.mjs', ['--web'], {
    E2E_RESULTS: file,
    E2E_GREP: process.env.E2E_GREP ?? 'the extension',
  });
  return total(status, read(file), (counts) => counts);
}

function total(status, report, countsOf) {
  const { passed, failed } = report ? countsOf(report) : { passed: 0, failed: 0 };
  return { passed, failed: status === 0 ? failed : Math.max(failed, 1) };
}

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

function node(script, args = [], env = {}) {
  return spawnSync(process.execPath, [join(root, script), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
}

function sum(numbers) {
  return numbers.reduce((left, right) => left + right, 0);
}
