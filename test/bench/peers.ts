import type { DocumentName } from './documents.ts';
import type { Judged } from './judging.ts';
import { inFloors, measured } from './table.ts';

/** Other language servers, in the order of the columns. */
const PEERS = ['aws-iam-language-server', 'the CloudFormation server of AWS', 'yaml-language-server without a schema'] as const;

/** What was measured of them, on a CloudFormation template of 7,461 lines; times with what a bare parse took then, 111 ms. */
interface PeerFigure {
  readonly what: string;
  readonly on?: DocumentName;
  readonly theirs: readonly [string, string, string];
}

const FIGURES: readonly PeerFigure[] = [
  { what: 'keystroke to diagnostics, p50', on: '7k YAML', theirs: ['898 ms, 8.09 ×', '2004 ms, 18.1 ×', '352 ms, 3.17 ×'] },
  { what: 'peak memory', on: '7k YAML', theirs: ['303 MB', '771 MB', '209 MB'] },
  // Bare Node took 35 to 100 ms at the same time.
  { what: 'spawn to initialize', theirs: ['283 to 372 ms', '1200 to 5700 ms', '460 to 2400 ms'] },
];

/** Ours beside theirs, as a table in Markdown. */
export function comparison(judged: readonly Judged[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rows = FIGURES.map(({ what, on, theirs }) => {
    const ours = judged.find(({ figure }) => figure.what === what && figure.on === on);
    return line([what, ours ? [measured(ours.figure), ...inFloors(ours)].join(', ') : '', ...theirs]);
  });
  return [line(['what', 'Lambda IAM', ...PEERS]), `|${'---|'.repeat(PEERS.length + 2)}`, ...rows].join('\n');
}
