/**
 * Requests of our own about no document: `lambdaIam/rules` for all rules, `lambdaIam/rulePage` for the page of one, `lambdaIam/data` for
 * what the server knows of AWS.
 */
import { type Connection, RequestType, RequestType0 } from 'vscode-languageserver';
import type { RuleEntry } from '../features/index.ts';
import type { Answers } from './answers.ts';
import type { DataSummary } from './dataSummary.ts';
import { guarded } from './guarded.ts';

export interface RulePageParams {
  /** The id of the rule. */
  readonly rule: string;
}

const RulesRequest = new RequestType0<readonly RuleEntry[], never>('lambdaIam/rules');
const RulePageRequest = new RequestType<RulePageParams, string | null, never>('lambdaIam/rulePage');
const DataRequest = new RequestType0<DataSummary | null, never>('lambdaIam/data');

/** Answers them from the engine, once that is loaded. */
export function answerCatalogue(connection: Connection, answers: Promise<Answers>, log: (message: string) => void): void {
  const rules = guarded(log, 'The rules', [], async () => (await answers).rules());
  const rulePage = guarded(log, 'The page of a rule', null, async ({ rule }: RulePageParams) => (await answers).rulePage(rule));
  const data = guarded(log, 'The data', null, async () => (await answers).data());
  connection.onRequest(RulesRequest, (token) => rules(undefined, token));
  connection.onRequest(RulePageRequest, rulePage);
  connection.onRequest(DataRequest, (token) => data(undefined, token));
}
