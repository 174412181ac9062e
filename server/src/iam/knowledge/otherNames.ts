import type { ActionId, OperationInfo } from '../knowledge.ts';

/** The hand-kept file of names that are not in AWS's reference, but are written in policies. */
export interface OtherNames {
  /** By the lower-case name used as an action. */
  readonly operations: ReadonlyMap<string, OperationInfo>;
  /** Lower-case action to the API operations it authorises under another name, as `Service: Operation`. */
  readonly operationsOf: ReadonlyMap<string, readonly string[]>;
  /** Lower-case actions that AWS accepts although its reference does not list them, and `service:*` for services that are gone. */
  readonly legacy: ReadonlySet<string>;
  /** Lower-case name of a service to its IAM prefix. */
  readonly services: ReadonlyMap<string, string>;
}

/**
 * Reads `server/data/other-names.txt`, lines of tab-separated fields: `source NAME ADDRESS`, `service NAME PREFIX SOURCE`,
 * `legacy ACTION SOURCE`, `operation ACTION ACTIONS API SOURCE REMARK` and `misnomer ACTION ACTIONS SOURCE REMARK`.
 */
export function parseOtherNames(text: string): OtherNames {
  const sources = new Map<string, string>();
  const operations = new Map<string, OperationInfo>();
  const operationsOf = new Map<string, string[]>();
  const legacy = new Set<string>();
  const services = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [kind, name = '', ...rest] = line.split('\t');
    if (kind === 'source') sources.set(name, rest[0] ?? '');
    else if (kind === 'service') services.set(name.toLowerCase(), rest[0] ?? '');
    else if (kind === 'legacy') legacy.add(name.toLowerCase());
    else if (kind === 'operation') {
      const [actions = '', api = '', source = '', remark] = rest;
      const ids = idsOf(actions);
      operations.set(name.toLowerCase(), { asAction: name, actions: ids, remark, source: sources.get(source) ?? source, kind });
      for (const id of ids) listAt(operationsOf, id.toLowerCase()).push(`${api}: ${nameOf(name)}`);
    } else if (kind === 'misnomer') {
      const [actions = '', source = '', remark] = rest;
      operations.set(name.toLowerCase(), {
        asAction: name,
        actions: idsOf(actions),
        remark,
        source: sources.get(source) ?? source,
        kind,
      });
    }
  }
  return { operations, operationsOf, legacy, services };
}

export const isActionId = (text: string): text is ActionId => /^[^:\s]+:[^:\s]+$/.test(text);

const idsOf = (list: string): readonly ActionId[] => list.split(' ').filter(isActionId);

const nameOf = (id: string): string => id.slice(id.indexOf(':') + 1);

function listAt(map: Map<string, string[]>, key: string): string[] {
  const list = map.get(key) ?? [];
  map.set(key, list);
  return list;
}
