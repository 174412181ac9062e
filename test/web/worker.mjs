/**
 * A web worker for tests: a thread in which a script finds the globals of a worker that the server may use, and nothing of Node.
 * `workerData` has the text of the script; `address` is where it says it came from, `folders` what `fetch` finds at the top of that host.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';

const scripts = new Map();

/** The part of a worker's `URL` that deals with scripts made from texts, which Node cannot read without waiting. */
class ScriptUrl extends URL {
  static createObjectURL({ text }) {
    const address = `blob:script-${scripts.size}`;
    scripts.set(address, text);
    return address;
  }

  static revokeObjectURL(address) {
    scripts.delete(address);
  }
}

class Script {
  constructor(parts) {
    this.text = parts.join('');
  }
}

function pathOf({ pathname }) {
  const [, top, ...names] = pathname.split('/');
  return join(workerData.folders[top], ...names);
}

const globals = {
  Blob: Script,
  TextDecoder,
  TextEncoder,
  URL: ScriptUrl,
  addEventListener: () => undefined,
  clearInterval,
  clearTimeout,
  console,
  crypto,
  fetch: async (address) => new Response(readFileSync(pathOf(new URL(address)))),
  importScripts: (address) => runInContext(scripts.get(address), globals),
  location: { href: workerData.address },
  postMessage: (message) => parentPort.postMessage(message),
  queueMicrotask,
  setInterval,
  setTimeout,
};
globals.self = globals;
createContext(globals);
parentPort.on('message', (data) => globals.onmessage?.({ data }));
runInContext(workerData.script, globals);
