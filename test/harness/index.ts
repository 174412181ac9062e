/** What tests of rules and features are written with. */
export { annotate, type Mark, readAnnotations } from './annotations.ts';
export { checkAccepted, checkAcceptedIn, checkCompletion, checkCompletionIn, checkOffers } from './checkCompletion.ts';
export { checkFix, checkNoFix } from './checkFix.ts';
export { checkHover, checkNoHover } from './checkHover.ts';
export { checkRefactoring, refactoringsAt } from './checkRefactoring.ts';
export { checkRule, findingsOf } from './checkRule.ts';
export { dedent, type FixtureFile, filesOf, withCursor, yaml } from './fixture.ts';
export { analysed, jsonTwin, testKnowledge } from './twins.ts';
