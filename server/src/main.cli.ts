/** The command line. */
import process from 'node:process';
import { run } from './cli/run.ts';
import { readAll, writerTo } from './cli/streams.ts';
import { today } from './clock.ts';
import { loadKnowledge } from './knowledge.node.ts';
import { packageVersion } from './package.node.ts';

void run(process.argv.slice(2), {
  version: packageVersion(),
  knowledge: loadKnowledge,
  today: today(),
  folder: process.cwd(),
  variables: process.env,
  isTerminal: process.stdout.isTTY === true,
  write: writerTo(process.stdout),
  complain: (line) => void process.stderr.write(`${line}\n`),
  readStandardInput: () => readAll(process.stdin),
}).then((code) => {
  // Set rather than forced, so that everything written still gets out.
  process.exitCode = code;
});
