import type { DataFiles } from './knowledge.ts';

/** The files of `server/data` that `createKnowledge` asks for. */
const NAMES = [
  'cloudformation.txt',
  'iam-details.txt',
  'iam-head.txt',
  'managed-policies.json',
  'managed-policy-names.txt',
  'other-names.txt',
  'sam-connectors.json',
  'sam-policy-templates.json',
];

/**
 * The data, all of it read beforehand, since the engine does not wait for files.
 *
 * @param read reads a file by its name
 */
export async function readData(read: (name: string) => Promise<string>): Promise<DataFiles> {
  const texts = new Map(await Promise.all(NAMES.map(async (name) => [name, await read(name)] as const)));
  const whole = (name: string): string => {
    const text = texts.get(name);
    if (text === undefined) throw new Error(`The data file ${name} was not read beforehand.`);
    return text;
  };
  return { whole, part: (name, start, end) => whole(name).slice(start, end) };
}
