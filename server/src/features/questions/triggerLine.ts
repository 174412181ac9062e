import type { FunctionPermissions, Invoker } from '../../lambda/index.ts';
import { display } from '../../symbolic/index.ts';
import { code, codeList } from '../describe/markdown.ts';
import { mark, triggerVerdict } from '../describe/verdict.ts';
import type { Line } from './answer.ts';

/** A trigger of a function: whether it can call, and by what right. */
export function triggerLine(invoker: Invoker, owner: FunctionPermissions): Line {
  const { trigger } = invoker;
  const { definition, name, span, target } = trigger;
  const qualified = target.qualifier ? `, with the qualifier ${code(display(target.qualifier))}` : '';
  const verdict = triggerVerdict(owner, invoker);
  const text = `${mark(verdict)} ${name}: ${definition.title}${qualified}. ${rightOf(invoker, verdict === 'granted')}`;
  return { text: text.trimEnd(), place: { label: name, span } };
}

function rightOf({ trigger, grantedBy, callerRole, verdict }: Invoker, works: boolean): string {
  const { mechanism, principal, reason } = trigger.definition;
  if (mechanism === 'poll')
    return works
      ? 'Lambda itself polls it with the execution role.'
      : 'Lambda itself polls it, but the execution role may not allow all that takes.';
  const ids = grantedBy.map(({ logicalId }) => logicalId);
  if (works && ids.length > 0) return `By ${codeList(ids)}.`;
  if (callerRole)
    return `${works ? 'By' : 'It calls with'} the role ${code(callerRole.logicalId)}${works ? '' : ', which may not call it or does not trust the service'}.`;
  if (mechanism !== 'resource-policy') return reason ?? '';
  const who = principal === '*' ? 'everybody' : code(principal ?? 'the caller');
  if (verdict === 'denied') return `A statement keeps ${who} out.`;
  return verdict === 'missing'
    ? `No permission lets ${who} in for it.`
    : `This file does not say whether a permission lets ${who} in for it.`;
}
