/** The day in universal time, as `2026-11-24`: the engine has no clock, so the programs tell it. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
