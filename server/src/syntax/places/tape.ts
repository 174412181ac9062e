import type { Offset } from '../../text/span.ts';

/** Decoded text, and for each of its UTF-16 units where it comes from, in offsets within the raw text. */
export interface Tape {
  readonly text: string;
  readonly starts: readonly Offset[];
  readonly ends: readonly Offset[];
}

/** Takes a decoded text down, piece by piece. */
export interface TapeWriter {
  /** Characters that stand for themselves. */
  copy(start: Offset, end: Offset): void;
  /** Characters that the raw text between the offsets stands for as a whole. */
  put(characters: string, start: Offset, end: Offset): void;
  tape(): Tape;
}

/** A writer for the decoded text of `raw`. */
export function tapeWriter(raw: string): TapeWriter {
  const pieces: string[] = [];
  const starts: Offset[] = [];
  const ends: Offset[] = [];
  return {
    copy: (start, end) => {
      pieces.push(raw.slice(start, end));
      for (let at = start; at < end; at++) {
        starts.push(at);
        ends.push(at + 1);
      }
    },
    put: (characters, start, end) => {
      pieces.push(characters);
      for (let i = 0; i < characters.length; i++) {
        starts.push(start);
        ends.push(end);
      }
    },
    tape: () => ({ text: pieces.join(''), starts, ends }),
  };
}
