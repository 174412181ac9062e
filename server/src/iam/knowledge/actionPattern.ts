/**
 * A test for lower-case names against one pattern in which `*` stands for any characters and `?` for one.
 * Its time is bounded by the product of the two lengths, whatever the pattern.
 *
 * @param pattern in any letter case
 */
export function compileActionPattern(pattern: string): (lowerCaseName: string) => boolean {
  const lower = pattern.toLowerCase();
  const first = lower.search(/[*?]/);
  if (first < 0) return (name) => name === lower;
  // `Get*` and `*` are nearly all patterns there are.
  if (first === lower.length - 1 && lower.endsWith('*')) {
    const start = lower.slice(0, -1);
    return (name) => name.startsWith(start);
  }
  return (name) => matches(lower, name);
}

export const hasWildcard = (text: string): boolean => text.includes('*') || text.includes('?');

/** Walks both texts once; on a mismatch it goes back to the last `*` only, which is enough. */
function matches(pattern: string, name: string): boolean {
  let inPattern = 0;
  let lastStar = -1;
  let retryAt = 0;
  for (let inName = 0; inName < name.length; ) {
    const expected = pattern[inPattern];
    if (expected === '*') {
      lastStar = inPattern++;
      retryAt = inName;
    } else if (expected === '?' || expected === name[inName]) {
      inPattern++;
      inName++;
    } else if (lastStar >= 0) {
      inPattern = lastStar + 1;
      inName = ++retryAt;
    } else return false;
  }
  return /^\**$/.test(pattern.slice(inPattern));
}
