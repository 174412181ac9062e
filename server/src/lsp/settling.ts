/**
 * Turns after which a document counts as settled. The connection hands out one message per turn, the next one behind the work that the
 * last one deferred: so a turn without a change is only seen in the second one.
 */
const QUIET_TURNS = 2;

/**
 * Does the work for a key when no further change of it is waiting among the messages that have already come in. Nothing waits for a
 * clock: a single change is worked on at once, and of many that have piled up only the last one.
 *
 * @returns to be called at each change
 */
export function whenSettled(defer: (work: () => void) => void, work: (key: string) => void): (key: string) => void {
  const quietTurns = new Map<string, number>();
  const turn = (): void => {
    for (const [key, turns] of [...quietTurns]) {
      if (turns + 1 < QUIET_TURNS) {
        quietTurns.set(key, turns + 1);
      } else {
        quietTurns.delete(key);
        work(key);
      }
    }
    if (quietTurns.size > 0) defer(turn);
  };
  return (key) => {
    if (quietTurns.size === 0) defer(turn);
    quietTurns.set(key, 0);
  };
}
