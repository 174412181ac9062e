import { distance } from 'fastest-levenshtein';
import type { ActionId, IamKnowledge } from './knowledge.ts';

/**
 * The actions that a misspelt action most likely stands for, the likeliest first. Within the written service the nearest names;
 * where the service is unknown, within the services it may stand for; and where neither helps, the same name in another service.
 *
 * @param id `service:Name` as written, without wildcards
 * @param max at most so many
 * @param preferred actions that are used nearby: of two equally near ones, the one that is used wins
 */
export function closestActions(
  knowledge: IamKnowledge,
  id: string,
  max: number,
  preferred: ReadonlySet<string> = new Set(),
): readonly ActionId[] {
  const colon = id.indexOf(':');
  if (colon < 0) return [];
  const [prefix, name] = [id.slice(0, colon), id.slice(colon + 1)];
  const services = knowledge.service(prefix) ? [prefix.toLowerCase()] : closestServices(knowledge, prefix, 3);
  const used = new Set([...preferred].map((action) => action.toLowerCase()));
  const near = services.flatMap((service, rank) =>
    knowledge.actionNames(service).flatMap((action): readonly Candidate[] => {
      const found = compare(name, action);
      const candidate: ActionId = `${service}:${action}`;
      return found ? [{ ...found, id: candidate, rank, used: used.has(candidate.toLowerCase()) }] : [];
    }),
  );
  const best = near.sort(byLikelihood).map((candidate) => candidate.id);
  return (best.length > 0 ? best : sameNameElsewhere(knowledge, name)).slice(0, max);
}

/**
 * The service prefixes that a text most likely stands for: what the service is called elsewhere first, then the nearest prefixes.
 *
 * @param max at most so many
 */
export function closestServices(knowledge: IamKnowledge, prefix: string, max: number): readonly string[] {
  const renamed = knowledge.servicePrefixFor(prefix);
  const near = knowledge
    .services()
    .flatMap((service) => {
      const found = compare(prefix, service.prefix);
      return found ? [{ ...found, id: service.prefix, rank: 0, used: isCommon(service.actionCount) }] : [];
    })
    .sort(byLikelihood)
    .map(({ id }) => id);
  return [...new Set([...(renamed === undefined ? [] : [renamed]), ...near])].slice(0, max);
}

interface Likeness {
  /** How many letters have to be changed; two neighbours that changed places count as one, an end that is missing as two at most. */
  readonly edits: number;
  readonly transposed: boolean;
  /** How many letters the texts have in common at their beginning and at their end, without regard to case. */
  readonly shared: number;
  readonly sameVerb: boolean;
}

interface Candidate extends Likeness {
  readonly id: ActionId;
  /** The place of its service among the likely ones. */
  readonly rank: number;
  readonly used: boolean;
}

/** Undefined where the texts are too far apart to be the same word. */
function compare(written: string, candidate: string): Likeness | undefined {
  const [from, to] = [written.toLowerCase(), candidate.toLowerCase()];
  const limit = Math.max(1, Math.floor(Math.min(from.length, to.length) / 3));
  const unfinished = from.length >= 4 && to.startsWith(from);
  if (!unfinished && Math.abs(from.length - to.length) > limit) return undefined;
  const start = sharedStart(from, to);
  const swapped = isSwapped(from, to, start);
  const apart = swapped ? 1 : distance(from, to);
  const edits = unfinished ? Math.min(apart, 2) : apart;
  if (edits > limit && !unfinished) return undefined;
  const shared = start + sharedEnd(from, to, start);
  return { edits, transposed: swapped, shared, sameVerb: verbOf(written) === verbOf(candidate) };
}

/** Fewer edits first; then a slip of two fingers; then what is used nearby; then the same verb; then more letters in common. */
function byLikelihood<Each extends Likeness & { readonly id: string; readonly rank: number; readonly used: boolean }>(
  left: Each,
  right: Each,
): number {
  return (
    left.edits - right.edits ||
    left.rank - right.rank ||
    Number(right.transposed) - Number(left.transposed) ||
    Number(right.used) - Number(left.used) ||
    Number(right.sameVerb) - Number(left.sameVerb) ||
    right.shared - left.shared ||
    (left.id < right.id ? -1 : 1)
  );
}

function sharedStart(left: string, right: string): number {
  let length = 0;
  while (length < left.length && left[length] === right[length]) length++;
  return length;
}

/** Letters in common at the end, behind the common beginning. */
function sharedEnd(left: string, right: string, start: number): number {
  const most = Math.min(left.length, right.length) - start;
  let length = 0;
  while (length < most && left[left.length - 1 - length] === right[right.length - 1 - length]) length++;
  return length;
}

/** Whether the texts differ only in two neighbouring letters that changed places. */
function isSwapped(left: string, right: string, start: number): boolean {
  return (
    left.length === right.length &&
    start + 1 < left.length &&
    left[start] === right[start + 1] &&
    left[start + 1] === right[start] &&
    left.slice(start + 2) === right.slice(start + 2)
  );
}

/** `Get` of `GetObject`. */
const verbOf = (name: string): string => /^[A-Z][a-z]*/.exec(name)?.[0] ?? '';

/** Services with many actions are written far more often than those with few. */
const isCommon = (actionCount: number): boolean => actionCount > 40;

/** `ssm:GetSecretValue`: the name is right, the service is not. Only where few services have it, or it says nothing. */
function sameNameElsewhere(knowledge: IamKnowledge, name: string): readonly ActionId[] {
  if (/[*?]/.test(name)) return [];
  const elsewhere = knowledge.actionsMatching(`*:${name}`);
  return elsewhere.length <= 3 ? elsewhere : [];
}
