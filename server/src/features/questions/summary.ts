import type { ActionInfo } from '../../iam/index.ts';
import { code } from '../describe/markdown.ts';
import type { Asking, Ruling } from './judge.ts';
import { unseenOf } from './unseen.ts';

/** The answer in a sentence. */
export function summaryOf(info: ActionInfo, ruling: Ruling, name: string, asking: Asking): string {
  const { verdict, cause } = ruling;
  const does = doing(info, name, asking);
  const note = info.resources.length === 0 ? ' The action takes no resource, so only `Resource: "*"` allows it.' : '';
  if (verdict === 'granted') return `${does.can}${cause === 'resource-policy' ? OTHER_SIDE : '.'}${note}`;
  if (verdict === 'missing') return `No statement of ${roleName(asking)} allows ${does.what}.${note}`;
  if (verdict === 'denied') return deniedSentence(ruling, does.what, asking);
  return openSentence(ruling, does.what, asking);
}

const OTHER_SIDE = ': the resource’s own policy lets the role, which within one account is enough.';

function doing({ id }: ActionInfo, name: string, { owner }: Asking): { readonly can: string; readonly what: string } {
  const what = name === 'any resource' ? code(id) : `${code(id)} on ${name}`;
  return { what, can: `${owner.fn.logicalId} may do ${what}` };
}

function role({ owner }: Asking): string | undefined {
  return owner.role.logicalId && code(owner.role.logicalId);
}

function roleName(asking: Asking): string {
  const name = role(asking);
  const of = asking.owner.role.origin === 'sam' ? 'that SAM makes for' : 'of';
  return name === undefined ? 'the execution role' : `${name}, the execution role ${of} ${asking.owner.fn.logicalId},`;
}

function deniedSentence({ cause, by }: Ruling, what: string, asking: Asking): string {
  if (cause === 'boundary') return `The role’s policies allow ${what}, but its permissions boundary does not let it through.`;
  if (cause === 'key-policy')
    return `The role’s policies allow ${what}, but the key’s policy neither names the role nor leaves the decision to the account.`;
  const where = cause === 'resource-policy' ? 'the resource’s own policy' : (role(asking) ?? 'the execution role');
  const who = by.length > 1 ? `${by.length} statements of ${where} deny` : `A statement of ${where} denies`;
  return `${who} ${what}. A Deny wins over whatever allows it.`;
}

function openSentence({ points }: Ruling, what: string, asking: Asking): string {
  if (points.length === 0)
    return `These files do not say whether ${asking.owner.fn.logicalId} may do ${what}: that depends on ${unseenOf(asking.owner.role, asking.analysis)}.`;
  return `These files do not say whether ${asking.owner.fn.logicalId} may do ${what}.`;
}
