/** The SHA-1 digest of a text's UTF-8 bytes in hexadecimal, as SAM puts its start into logical ids. Source: FIPS 180-4. */
export function sha1(text: string): string {
  const words = padded(utf8(text));
  let state: State = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
  for (let block = 0; block < words.length; block += 16) state = compress(state, words.slice(block, block + 16));
  return state.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

type State = readonly [number, number, number, number, number];

/** The UTF-8 bytes of a text; `encodeURIComponent` knows them in every host. */
function utf8(text: string): readonly number[] {
  const escaped = encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD')).matchAll(/%([0-9A-F]{2})|([^%])/g);
  return Array.from(escaped, ([, hex, character]) =>
    hex === undefined ? (character ?? '').charCodeAt(0) : Number.parseInt(hex, 16),
  );
}

function padded(bytes: readonly number[]): readonly number[] {
  const words: number[] = new Array((((bytes.length + 8) >> 6) + 1) * 16).fill(0);
  for (const [i, byte] of [...bytes, 0x80].entries()) words[i >> 2] = (words[i >> 2] ?? 0) | (byte << (24 - (i % 4) * 8));
  words[words.length - 1] = bytes.length * 8;
  return words;
}

const rotated = (word: number, by: number): number => (word << by) | (word >>> (32 - by));

function compress([h0, h1, h2, h3, h4]: State, block: readonly number[]): State {
  const schedule = [...block];
  for (let i = 16; i < 80; i++) {
    const word = (back: number): number => schedule[i - back] ?? 0;
    schedule.push(rotated(word(3) ^ word(8) ^ word(14) ^ word(16), 1));
  }
  let [a, b, c, d, e]: State = [h0, h1, h2, h3, h4];
  for (const [i, word] of schedule.entries()) {
    const next = (rotated(a, 5) + mixed(i, b, c, d) + e + word) | 0;
    [a, b, c, d, e] = [next, a, rotated(b, 30), c, d];
  }
  return [(h0 + a) | 0, (h1 + b) | 0, (h2 + c) | 0, (h3 + d) | 0, (h4 + e) | 0];
}

function mixed(round: number, b: number, c: number, d: number): number {
  if (round < 20) return ((b & c) | (~b & d)) + 0x5a827999;
  if (round < 40) return (b ^ c ^ d) + 0x6ed9eba1;
  if (round < 60) return ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc;
  return (b ^ c ^ d) + 0xca62c1d6;
}
