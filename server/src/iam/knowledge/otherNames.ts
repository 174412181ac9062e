import type { ActionId, OperationInfo } from '../knowledge.ts';

/** The hand-kept table of names that are not in AWS's reference, but are written in policies. Names are given in lower case. */
export interface OtherNames {
  /** What is to be written in place of an API operation or a name that only looks right. */
  operation(name: string): OperationInfo | undefined;
  /** All that `operation` finds. */
  operations(): readonly OperationInfo[];
  /** The API operations, as `Service: Operation`, that an action authorises under another name. */
  operationsOf(action: string): readonly string[];
  /** Whether AWS accepts the action although its reference does not list it. */
  isLegacy(action: string): boolean;
  /** The IAM prefix of a service with another name. */
  service(name: string): string | undefined;
}

/**
 * Searches `server/data/other-names.txt`, lines of tab-separated fields: `source NAME ADDRESS`, `service NAME PREFIX SOURCE`,
 * `legacy ACTION SOURCE`, `operation ACTION ACTIONS API SOURCE REMARK` and `misnomer ACTION ACTIONS SOURCE REMARK`.
 * It is asked rarely, so the text is its own index: nothing is made of it beforehand.
 */
export function createOtherNames(text: string): OtherNames {
  const lower = text.toLowerCase();
  const rowsWith = (needle: string): readonly Row[] => rowsAround(text, lower, needle);
  const rowNamed = (name: string, kinds: readonly string[]): Row | undefined =>
    rowsWith(`\t${name}\t`).find((row) => kinds.includes(row[0]) && row[1].toLowerCase() === name);
  const addressOf = (source: string): string => rowNamed(source.toLowerCase(), ['source'])?.[2] ?? source;
  return {
    operation: (name) => {
      const row = rowNamed(name, ['operation', 'misnomer']);
      return row && operationOf(row, addressOf);
    },
    operations: () =>
      [...rowsWith('operation\t'), ...rowsWith('misnomer\t')].filter(isOfOperation).map((row) => operationOf(row, addressOf)),
    operationsOf: (action) =>
      rowsWith(action)
        .filter(([kind, , actions]) => kind === 'operation' && actions.toLowerCase().split(' ').includes(action))
        .map(([, name, , api]) => `${api}: ${name.slice(name.indexOf(':') + 1)}`),
    isLegacy: (action) =>
      rowNamed(action, ['legacy']) !== undefined || rowNamed(`${serviceOf(action)}:*`, ['legacy']) !== undefined,
    service: (name) => rowNamed(name, ['service'])?.[2],
  };
}

const isOfOperation = ([kind]: Row): boolean => kind === 'operation' || kind === 'misnomer';

export const isActionId = (text: string): text is ActionId => /^[^:\s]+:[^:\s]+$/.test(text);

/** The fields of a line; those that it lacks are empty. */
type Row = readonly [kind: string, name: string, third: string, fourth: string, fifth: string, sixth: string];

/** The lines that contain a text, each once. */
function rowsAround(text: string, lower: string, needle: string): readonly Row[] {
  const rows: Row[] = [];
  if (needle === '') return rows;
  for (let at = lower.indexOf(needle); at >= 0; ) {
    const newline = lower.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    rows.push(rowOf(text.slice(lower.lastIndexOf('\n', at) + 1, end)));
    at = lower.indexOf(needle, end);
  }
  return rows;
}

function rowOf(line: string): Row {
  const [kind = '', name = '', third = '', fourth = '', fifth = '', sixth = ''] = line.split('\t');
  return [kind, name, third, fourth, fifth, sixth];
}

function operationOf([kind, asAction, actions, fourth, fifth, sixth]: Row, addressOf: (source: string) => string): OperationInfo {
  const ids = actions.split(' ').filter(isActionId);
  if (kind === 'misnomer') return { asAction, actions: ids, remark: fifth || undefined, source: addressOf(fourth), kind };
  return { asAction, actions: ids, remark: sixth || undefined, source: addressOf(fifth), kind: 'operation' };
}

const serviceOf = (id: string): string => id.slice(0, Math.max(0, id.indexOf(':')));
