import { expect, test } from 'vitest';
import { whenSettled } from '../../server/src/lsp/settling.ts';

/** Turns of an event loop by hand. */
function loop() {
  let waiting: (() => void)[] = [];
  return {
    defer: (work: () => void): void => void waiting.push(work),
    turn: (): void => {
      const now = waiting;
      waiting = [];
      for (const work of now) work();
    },
    isIdle: () => waiting.length === 0,
  };
}

test('a change is worked on after two quiet turns', () => {
  const { defer, turn, isIdle } = loop();
  const done: string[] = [];
  const changed = whenSettled(defer, (key) => done.push(key));
  changed('a');
  turn();
  expect(done).toEqual([]);
  turn();
  expect(done).toEqual(['a']);
  expect(isIdle()).toBe(true);
});

test('changes of one document are put off while they come in, others are not', () => {
  const { defer, turn } = loop();
  const done: string[] = [];
  const changed = whenSettled(defer, (key) => done.push(key));
  changed('b');
  for (let i = 0; i < 5; i++) {
    changed('a');
    turn();
  }
  expect(done).toEqual(['b']);
  turn();
  expect(done).toEqual(['b', 'a']);
});
