/** Questions about permissions, answered yes, no, or what it depends on, with the statement that decides. */
export { type Answer, type AnswerVerdict, answerPage, type Misunderstanding, placesOf } from './answer.ts';
export { type MayDoQuestion, mayDo } from './mayDo.ts';
export { actionsLike, functionsToAsk, resourcesFor, type Suggested } from './suggestions.ts';
export { whoMayInvoke } from './whoMayInvoke.ts';
