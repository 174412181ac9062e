import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { describeError } from './errors.ts';

/**
 * A request handler that always answers: `nothing` when it fails, which the log is told, or that the request was cancelled, when it was.
 *
 * @param what names the request in the log
 */
export function guarded<P, R>(
  log: (message: string) => void,
  what: string,
  nothing: R,
  handle: (params: P) => R | Promise<R>,
): (params: P, token: CancellationToken) => Promise<R | ResponseError<never>> {
  return async (params, token) => {
    if (token.isCancellationRequested) return cancelled();
    try {
      const answer = await handle(params);
      return token.isCancellationRequested ? cancelled() : answer;
    } catch (error) {
      log(`${what} failed: ${describeError(error)}`);
      return nothing;
    }
  };
}

function cancelled(): ResponseError<never> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
}
