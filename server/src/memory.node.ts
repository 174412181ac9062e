import { setFlagsFromString } from 'node:v8';

/**
 * Keeps a server that waits most of the time from growing for nothing. V8 would let the room for new objects grow to three times 16 MB while
 * a large document is opened, and keep it at that. And it would collect old garbage only when the heap has grown to the fourfold of what is in
 * use: each keystroke in a text of 2 MB leaves some megabytes of texts behind. With two thirds in place of that a server for a text of 50,000
 * lines peaks at 260 to 295 MB in place of 450, and one keystroke in twenty waits for a collection (100 to 150 ms in place of 77). Source of the flags: `node --v8-options`.
 */
export function keepMemorySmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=66');
}
