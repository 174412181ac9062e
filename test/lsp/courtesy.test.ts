import { expect, test } from 'vitest';
import { createCourtesy } from '../../server/src/lsp/courtesy.ts';

/** An event loop by hand. */
function loop() {
  let waiting: (() => void)[] = [];
  return {
    defer: (work: () => void): void => void waiting.push(work),
    turn: async (times = 1): Promise<void> => {
      for (let i = 0; i < times; i++) {
        const now = waiting;
        waiting = [];
        for (const work of now) work();
        // What waits for the turn goes on, up to where it waits again.
        for (let step = 0; step < 10; step++) await Promise.resolve();
      }
    },
  };
}

/** Courtesy, and how often there was time. */
function waiter() {
  const { defer, turn } = loop();
  const courtesy = createCourtesy(defer);
  const times = { count: 0 };
  void courtesy.idle().then(() => times.count++);
  return { courtesy, turn, times };
}

test('there is time after two quiet turns', async () => {
  const { turn, times } = waiter();
  await turn();
  expect(times.count).toBe(0);
  await turn();
  expect(times.count).toBe(1);
});

test('where there is a clock, there is time when no message has come for a while', async () => {
  const { defer, turn } = loop();
  let now = 0;
  const pauses: number[] = [];
  const courtesy = createCourtesy(defer, {
    now: () => now,
    pause: async (time) => {
      pauses.push(time);
      now += time;
      if (pauses.length === 1) courtesy.noticed();
    },
  });
  const times = { count: 0 };
  now = 100;
  void courtesy.idle().then(() => times.count++);
  await turn(2);
  expect(pauses).toEqual([400, 500]);
  await turn(2);
  expect(times.count).toBe(1);
});

test('messages that come in put it off', async () => {
  const { courtesy, turn, times } = waiter();
  for (let i = 0; i < 5; i++) {
    courtesy.noticed();
    await turn();
  }
  expect(times.count).toBe(0);
  await turn(2);
  expect(times.count).toBe(1);
});

test('an answer that the client waits for puts it off until it is given, or has failed', async () => {
  const { courtesy, turn, times } = waiter();
  let fail: (reason: Error) => void = () => undefined;
  const served = courtesy.serve(() => new Promise((_, reject) => (fail = reject)));
  await turn(10);
  expect(times.count).toBe(0);
  fail(new Error('no answer'));
  await expect(served).rejects.toThrow('no answer');
  await turn(2);
  expect(times.count).toBe(1);
});
