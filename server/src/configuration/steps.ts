/** One step of a pattern: a test of one item, a name or a character, or that any number of items may stand here. */
export type Step = ((item: string) => boolean) | typeof ANY_NUMBER;

export const ANY_NUMBER = 'any-number';

/**
 * Whether the steps lead through all items. What follows the last `ANY_NUMBER` is tried further and further on; earlier ones need not be
 * tried again. So it takes steps × items tests at most, however many stars a pattern has.
 */
export function fits(steps: readonly Step[], items: readonly string[]): boolean {
  let [step, item] = [0, 0];
  let retry: { readonly step: number; readonly item: number } | undefined;
  for (let next = items[item]; next !== undefined; next = items[item]) {
    const current = steps[step];
    if (current === ANY_NUMBER) {
      step++;
      retry = { step, item };
    } else if (current?.(next)) {
      step++;
      item++;
    } else if (retry) {
      retry = { step: retry.step, item: retry.item + 1 };
      ({ step, item } = retry);
    } else {
      return false;
    }
  }
  return steps.slice(step).every((rest) => rest === ANY_NUMBER);
}
