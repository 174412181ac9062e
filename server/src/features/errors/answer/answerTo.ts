import type { Analysis, Knowledge } from '../../../analysis/index.ts';
import { actionsMeant } from '../find/actions.ts';
import type { PastedError } from '../model.ts';
import type { ErrorAnswer } from './answer.ts';
import { answerForCaller } from './caller.ts';
import { answerFromFindings } from './findings.ts';

/**
 * What an error means for these documents: whose permission is lacking, where that is written, and the change that adds it. What is not
 * certain is said to be so; where no document has anything of it, what there is to do in general.
 */
export function answerTo(error: PastedError, documents: readonly Analysis[], { iam }: Knowledge): ErrorAnswer {
  const actions = actionsMeant(error, iam);
  const templates = documents.filter(({ template }) => template !== undefined);
  const service = serviceCalling(error);
  if (service !== undefined) return answerFromFindings(calledBy(service, error), actions, templates);
  const isAboutCaller = error.form.lack === 'caller' || (error.caller?.kind === 'role' && error.action !== undefined);
  return (isAboutCaller ? answerForCaller : answerFromFindings)(error, actions, templates);
}

/** The service principal that IAM would not let call a function. */
function serviceCalling({ caller, action }: PastedError): string | undefined {
  const isCall = action !== undefined && /^lambda:Invoke/i.test(action);
  return isCall && caller && /^[a-z0-9.-]+\.amazonaws\.com$/.test(caller.text) ? caller.text : undefined;
}

function calledBy(principal: string, error: PastedError): PastedError {
  const advice = `Add an AWS::Lambda::Permission for \`${principal}\` with the source ARN of what calls.`;
  return {
    ...error,
    form: { ...error.form, lack: 'function-policy', principal, advice },
    function: error.resource,
    resource: undefined,
  };
}

/** What is said of a text that is no error, or none that is known. */
export function answerToUnknown(): ErrorAnswer {
  return {
    title: 'This does not read as an error about permissions',
    blocks: [],
    advice: [
      'Paste the message as AWS gives it, with the names and ARNs in it: `User: arn:… is not authorized to perform: … on resource: …`, for instance. Lines of a log, JSON and stack traces are fine.',
    ],
    source: undefined,
    fixes: [],
  };
}
