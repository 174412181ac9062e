import type { Clock } from './host.ts';

/** Keeps work that nobody waits for behind what the client asks for. */
export interface Courtesy {
  /** Does something that the client waits for. */
  readonly serve: <R>(work: () => Promise<R>) => Promise<R>;
  /** To be called when a message has come in that more may follow upon. */
  readonly noticed: () => void;
  /** Done when the client waits for nothing and no message has come in of late: then there is time for one piece of work. */
  readonly idle: () => Promise<void>;
}

/**
 * Turns without a message after which none is waiting. The connection hands out one message per turn, the next one behind the work that
 * the last one deferred: so a turn without a message is only seen in the second one.
 */
const QUIET_TURNS = 2;

/** Milliseconds without a message after which somebody has stopped to type, or to look around. */
const QUIET_TIME = 500;

/** @param clock absent on a host where nothing has to keep behind */
export function createCourtesy(defer: (work: () => void) => void, clock?: Clock): Courtesy {
  let served = 0;
  let messages = 0;
  let last = clock?.now() ?? 0;
  const noticed = (): void => {
    messages++;
    last = clock?.now() ?? 0;
  };
  const turn = (): Promise<void> => new Promise((done) => defer(done));
  const quietTime = async ({ now, pause }: Clock): Promise<void> => {
    const rest = (): number => last + QUIET_TIME - now();
    while (rest() > 0) await pause(rest());
  };
  return {
    serve: async (work) => {
      served++;
      noticed();
      try {
        return await work();
      } finally {
        served--;
      }
    },
    noticed,
    idle: async () => {
      if (clock) await quietTime(clock);
      let seen = messages;
      for (let quiet = 0; quiet < QUIET_TURNS; seen = messages) {
        await turn();
        quiet = served === 0 && messages === seen ? quiet + 1 : 0;
      }
    },
  };
}
