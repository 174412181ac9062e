/** With the stack, where there is one: it goes to the log, not to the user. */
export function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
