/** Errors that people paste: what they say, and what they mean for the documents at hand. */
export { type ErrorAnswer, type ErrorFix, type ErrorPlace, errorPage, firstPlace } from './answer/answer.ts';
export { answerTo, answerToUnknown } from './answer/answerTo.ts';
export type { Caller, ErrorForm, Lack, PastedError, Reason, RefusingPolicy } from './model.ts';
export { readError } from './readError.ts';
