export type { Caller, ErrorForm, Lack, PastedError, Reason, RefusingPolicy } from './model.ts';
export { readError } from './readError.ts';
