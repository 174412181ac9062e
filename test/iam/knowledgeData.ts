import { readFileSync } from 'node:fs';
import { createIamKnowledge } from '../../server/src/iam/knowledge/index.ts';
import type { IamKnowledge } from '../../server/src/iam/knowledge.ts';

/** A file of `server/data`. */
export const readData = (name: string): string => readFileSync(new URL(`../../server/data/${name}`, import.meta.url), 'latin1');

/** The knowledge that is shipped; `onRead` hears of every slice of the details that is read. */
export function shippedKnowledge(onRead: (start: number, end: number) => void = () => {}): IamKnowledge {
  const details = readData('iam-details.txt');
  return createIamKnowledge({
    head: readData('iam-head.txt'),
    details: (start, end) => {
      onRead(start, end);
      return details.slice(start, end);
    },
    otherNames: readData('other-names.txt'),
  });
}
