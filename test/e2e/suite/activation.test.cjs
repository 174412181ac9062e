const assert = require('node:assert/strict');
const { execFileSync } = require('node:child_process');
const process = require('node:process');
const { close, diagnosticsOf, extension, open } = require('./editor.cjs');

/** The language servers that this extension host has started. */
function servers() {
  const all = execFileSync('ps', ['-e', '-o', 'ppid=,args=']).toString().split('\n');
  return all.filter((line) => Number.parseInt(line, 10) === process.pid && line.includes('server.js'));
}

// The first file of the suite: later no start is quiet.
suite('a quiet start', () => {
  teardown(close);

  test('no server for a file that is no template, and one for the first that is', async function () {
    if (process.platform === 'win32' || servers().length > 0) this.skip();
    await open('compose.yaml');
    await extension().activate();
    assert.deepEqual(servers(), []);
    await close();
    await diagnosticsOf(await open('triggers.yaml'));
    assert.equal(servers().length, 1);
  });
});
