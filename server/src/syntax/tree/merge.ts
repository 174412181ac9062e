import type { Offset } from '../../text/span.ts';
import type { GreenAlias, GreenEntry, GreenMapping, Placed } from './green.ts';

interface Member {
  readonly entry: GreenEntry;
  readonly base: Offset;
  /** Came in through a merge key. */
  readonly borrowed: boolean;
}

type Target = (alias: GreenAlias) => Placed | undefined;

/**
 * The entries of a mapping with its merge keys (`<<`) carried out: own keys win over merged ones, and earlier merged
 * mappings over later ones (https://yaml.org/type/merge.html).
 */
export function membersOf(target: Target, { green, base }: Placed<GreenMapping>): readonly Member[] {
  const own = green.entries.map((entry): Member => ({ entry, base: base + entry.shift, borrowed: false }));
  if (!green.entries.some(isMerge)) return own;
  const seen = new Set(green.entries.filter((entry) => !isMerge(entry)).map((entry) => entry.key.text));
  return own.flatMap((member) => {
    const sources = isMerge(member.entry) ? mergedMappings(target, member) : undefined;
    if (!sources) return [member];
    return sources
      .flatMap((source) => membersOf(target, source))
      .filter(({ entry }) => !seen.has(entry.key.text) && seen.add(entry.key.text))
      .map(({ entry, base: at }) => ({ entry, base: at, borrowed: true }));
  });
}

function isMerge(entry: GreenEntry): boolean {
  return entry.key.text === '<<' && entry.key.encoding === 'plain';
}

/** The mappings to merge; nothing where the value is no mapping and no list of mappings. */
function mergedMappings(target: Target, { entry, base }: Member): readonly Placed<GreenMapping>[] | undefined {
  const value = entry.value && resolved(target, { green: entry.value, base });
  if (!value) return undefined;
  const { green } = value;
  if (green.kind === 'mapping') return [{ green, base: value.base }];
  if (green.kind !== 'sequence') return undefined;
  return green.items.flatMap((item) => {
    const found = resolved(target, { green: item, base: value.base });
    return found?.green.kind === 'mapping' ? [{ green: found.green, base: found.base }] : [];
  });
}

function resolved(target: Target, node: Placed): Placed | undefined {
  return node.green.kind === 'alias' ? target(node.green) : node;
}
