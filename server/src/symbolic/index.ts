export { type Arn, arnFields } from './arn.ts';
export { covers, coversIgnoringCase, lowerCased } from './covers.ts';
export type { Guard, GuardTerm } from './guard.ts';
export { conjoin, contradicts, follows } from './guard.ts';
export type { Branch, ListItem, ListReading, ValueReader } from './reading.ts';
export { literalReader, readList, readMappings } from './reading.ts';
export type { Hole, Part, SymbolicString } from './symbolicString.ts';
export {
  alternatives,
  concat,
  display,
  displayHole,
  isSame,
  knownText,
  literal,
  NOWHERE,
  ofHole,
  onlyHole,
  referredTo,
} from './symbolicString.ts';
export type { Ternary } from './ternary.ts';
export { both, either, every, not, some } from './ternary.ts';
