/** What the tests use of Node's `Buffer`, for a browser. */
export const Buffer = { from: (text) => new TextEncoder().encode(text) };
