import { code, codeList } from '../../describe/markdown.ts';
import type { PastedError, Reason } from '../model.ts';
import type { ErrorBlock } from './answer.ts';

/** What the message itself says, taken apart. */
export function saidBlock(error: PastedError, actions: readonly string[]): ErrorBlock {
  const { caller, operation, resource, reason, role, function: fn, logicalId } = error;
  const lines = [
    caller && `Who: ${code(caller.name ?? caller.text)}${caller.session ? `, in the session ${code(caller.session)}` : ''}`,
    actions.length > 0 || operation === undefined ? actionLine(error, actions) : `Operation: ${code(operation)}`,
    resource && `On: ${code(resource)}`,
    role && `Role: ${code(role)}`,
    logicalId && `Resource of the stack: ${code(logicalId)}`,
    fn && !caller && `Function: ${code(fn)}`,
    reason && `Why: ${reasonWords(reason)}`,
  ];
  return { heading: 'What the message says', lines: lines.flatMap((text) => (text ? [{ text }] : [])) };
}

function actionLine({ action, operation }: PastedError, actions: readonly string[]): string | undefined {
  const [only, ...others] = actions;
  if (only === undefined) return undefined;
  if (action === undefined && operation !== undefined)
    return `Operation: ${code(operation)}, which takes ${others.length > 0 ? 'one of ' : ''}${codeList(actions)}`;
  return `${others.length > 0 ? 'Actions' : 'Action'}: ${codeList(actions)}`;
}

function reasonWords({ policy, denied, arn }: Reason): string {
  const article = /^[aeiou]/.test(policy) ? 'an' : 'a';
  return denied ? `a statement in ${article} ${policy} denies it${arn ? `: ${code(arn)}` : ''}` : `no ${policy} allows it`;
}
