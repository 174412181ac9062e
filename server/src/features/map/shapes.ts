import type { Verdict } from '../../lambda/index.ts';
import type { Column } from './model.ts';

/** Path data of the marks, around (0, 0): a tick, a cross and a question mark, so that nothing is told by colour alone. */
export const MARKS: Readonly<Record<Verdict, string>> = {
  granted: 'M-3.5 .3L-1.2 2.8L3.6-2.6',
  missing: 'M-3-3L3 3M3-3L-3 3',
  denied: 'M-3-3L3 3M3-3L-3 3',
  unknown: 'M-2-1.6C-2-4.6 2.4-4.6 2.2-1.8C2-.2 0-.2 0 1.4M0 3.4L0 3.8',
};

/** Path data of the nodes' icons, around (0, 0): an arrow that goes in, a lambda, an arrow that goes out of a box. */
export const ICONS: Readonly<Record<Column, string>> = {
  source: 'M-7 0L5 0M1-4L5 0L1 4',
  function: 'M-6-7L-3-7L5 7L7 7M-1-2L-6 7',
  target: 'M-7-6L7-6L7 6L-7 6ZM-7-2L7-2M-2 2L2 2',
};
