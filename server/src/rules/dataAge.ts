/**
 * Rules that take a name for wrong because the data about AWS does not have it. AWS adds services, actions and keys every week, so what
 * they say is certain only while the data is fresh.
 */
export const RULES_OF_NAMES: ReadonlySet<string> = new Set([
  'arn-region',
  'arn-service',
  'invalid-policy-template',
  'unknown-action',
  'unknown-condition-key',
  'unknown-partition',
  'unknown-principal',
  'unknown-region-in-condition',
  'unknown-service',
  'unsupported-connector',
]);

/** For so many months names that the data lacks are errors. */
const FRESH_MONTHS = 6;

/**
 * Whether the data is so old that a name which it lacks may well exist.
 *
 * @param date the day of the data, as `2026-09-26`
 * @param today the same form; an unreadable one tells nothing
 */
export function isOutdated(date: string, today: string): boolean {
  const [from, to] = [dayOf(date), dayOf(today)];
  if (!from || !to) return false;
  const months = (to.year - from.year) * 12 + to.month - from.month;
  return months > FRESH_MONTHS || (months === FRESH_MONTHS && to.day > from.day);
}

function dayOf(text: string): { readonly year: number; readonly month: number; readonly day: number } | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(text) ?? [];
  return day === undefined ? undefined : { year: Number(year), month: Number(month), day: Number(day) };
}
