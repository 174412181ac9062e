/**
 * Does some work whenever it is asked for, but never twice at a time: what is asked for meanwhile is done once, afterwards. So the last
 * state is always seen, and nothing waits for a clock.
 */
export function latestOnly(work: () => Promise<void>): () => Promise<void> {
  let isRunning = false;
  let isWanted = false;
  return async () => {
    isWanted = true;
    if (isRunning) return;
    isRunning = true;
    try {
      while (isWanted) {
        isWanted = false;
        await work();
      }
    } finally {
      isRunning = false;
    }
  };
}
