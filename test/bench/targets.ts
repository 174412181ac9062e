import type { DocumentName } from './documents.ts';

/** What is to be reached. */
export interface Target {
  readonly what: string;
  readonly on?: DocumentName;
  /** At most so much, in the figure's unit. It depends on the machine, so it is told and not judged. */
  readonly limit?: number;
  /** At most so many times the floor that was measured in the same run. It is judged. */
  readonly ratio?: number;
}

export const TARGETS: readonly Target[] = [
  { what: 'keystroke to diagnostics, p50', on: '7k YAML', limit: 8, ratio: 0.15 },
  { what: 'keystroke to diagnostics, processor time', on: '7k YAML', ratio: 0.15 },
  { what: 'keystroke to diagnostics, p95', on: '7k YAML', limit: 16 },
  { what: 'keystroke to diagnostics, p95', on: '38k YAML', limit: 60 },
  { what: 'keystroke to diagnostics, p95', on: '50k YAML', limit: 60 },
  { what: 'keystroke to diagnostics, p95', on: '14k JSON', limit: 25 },
  { what: 'keystroke to diagnostics, p95', on: '71k JSON', limit: 80 },
  { what: 'open to first diagnostics', on: '7k YAML', ratio: 1.5 },
  ...answers('hover', 3),
  ...answers('completion', 5),
  ...answers('code actions', 8),
  ...answers('code lenses', 8),
  { what: 'spawn to initialize', ratio: 2.5 },
  { what: 'peak memory', on: '7k YAML', limit: 110 },
  { what: 'peak memory', on: '50k YAML', limit: 260 },
  { what: 'memory in use after 2,000 edits', on: '7k YAML', ratio: 1.05 },
  { what: 'the packed extension', limit: 1024 },
  // A hundredth of what cfn-lint takes for a template in a batch.
  { what: 'check in a batch, per template', limit: 4 },
  { what: 'check in a batch, peak memory', limit: 300 },
  { what: 'check of a workspace', limit: 10_000 },
  { what: 'the data loads', limit: 3 },
  { what: 's3:* expands', limit: 0.1 },
];

function answers(what: string, limit: number): readonly Target[] {
  return [`${what}, p95`, `${what} behind a keystroke, p95`].map((each) => ({ what: each, on: '7k YAML', limit }));
}
