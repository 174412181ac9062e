/**
 * `npm run bench`: measures against the targets. `-- --quick` for an order of magnitude, `-- --only NAME` for one stage, `-- --markdown`
 * to bring the figures in docs/performance.md up to date. Exits with 1 where a ratio is missed.
 */
import { cpus, loadavg } from 'node:os';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { hasMissed, type Judged, judge, unmeasured } from './judging.ts';
import { writeFigures } from './page.ts';
import { STAGES } from './stages/index.ts';
import { plainTable } from './table.ts';
import { TARGETS } from './targets.ts';

const { values: flags } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    markdown: { type: 'boolean', default: false },
  },
});

process.exitCode = await main();

async function main(): Promise<number> {
  const names = Object.keys(STAGES).filter((name) => flags.only === undefined || name === flags.only);
  if (names.length === 0) return refuse(`--only takes one of ${Object.keys(STAGES).join(', ')}.`);
  const isWhole = !flags.quick && flags.only === undefined;
  if (flags.markdown && !isWhole) return refuse('--markdown takes a whole run.');
  const machine = `${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}, load ${loadavg()[0]?.toFixed(1)}`;
  console.error(machine);
  const judged: Judged[] = [];
  for (const name of names) judged.push(...(await figuresOf(name)));
  console.log(plainTable(judged));
  if (isWhole) for (const { what, on = '' } of unmeasured(judged, TARGETS)) console.log(`not measured: ${what} ${on}`);
  if (flags.markdown) writeFigures(judged, machine);
  return hasMissed(judged) ? 1 : 0;
}

async function figuresOf(name: string): Promise<readonly Judged[]> {
  console.error(`measuring: ${name}`);
  const judged: Judged[] = [];
  for await (const figure of STAGES[name]?.(flags.quick ? 'quick' : 'full') ?? []) judged.push(judge(figure, TARGETS));
  return judged.filter(({ figure }) => !Number.isNaN(figure.value));
}

function refuse(why: string): number {
  console.error(why);
  return 2;
}
