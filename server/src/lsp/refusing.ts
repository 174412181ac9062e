import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Refusal } from '../features/index.ts';

type Handler<P, R> = (params: P, token: CancellationToken) => Promise<R | ResponseError<never>>;

/** Registers a handler whose answer may be why there is none: an editor shows that to the author, as it does with errors. */
export function refusing<P, R>(register: (handler: Handler<P, R>) => unknown) {
  return (handle: Handler<P, R | Refusal>): unknown =>
    register(async (params, token) => {
      const answer = await handle(params, token);
      return isRefusal(answer) ? new ResponseError<never>(LSPErrorCodes.RequestFailed, answer.refusal) : answer;
    });
}

function isRefusal<R>(answer: R | Refusal): answer is Refusal {
  return typeof answer === 'object' && answer !== null && 'refusal' in answer;
}
