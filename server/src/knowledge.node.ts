import type { Knowledge } from './analysis/index.ts';
import { dataOnDisk } from './data.node.ts';
import { createKnowledge } from './knowledge.ts';

/** What is known of AWS, read from `server/data`. The same object each time. */
export function loadKnowledge(): Knowledge {
  knowledge ??= createKnowledge(dataOnDisk);
  return knowledge;
}

let knowledge: Knowledge | undefined;
