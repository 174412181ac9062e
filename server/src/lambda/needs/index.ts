export { coverageOf } from './coverage.ts';
export { samSendingGrants } from './destinations.ts';
export { generatedDestination } from './generated.ts';
export { NEED_DEFINITIONS, needsOf } from './needs.ts';
export { targetOf } from './targets.ts';
