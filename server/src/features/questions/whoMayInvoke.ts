import type { Analysis } from '../../analysis/index.ts';
import { type FunctionPermissions, type InvokePermission, permissionsAbout, type Verdict } from '../../lambda/index.ts';
import { coversIgnoringCase, literal, type Ternary } from '../../symbolic/index.ts';
import { code, codeList } from '../describe/markdown.ts';
import { triggerVerdict } from '../describe/verdict.ts';
import type { Answer, AnswerVerdict, Block, Line, Misunderstanding } from './answer.ts';
import { type Caller, type Callers, callersOf } from './callingRoles.ts';
import { grantTeller, permissionLine } from './deciders.ts';
import { openPointsOf } from './matching.ts';
import { isForEverybody, warningOf } from './reach.ts';
import { triggerLine } from './triggerLine.ts';
import { letsCall, letsEverybody, type WholePolicyStatement, wholePolicyLine, wholePolicyOf } from './wholePolicy.ts';

const NOTE =
  'A caller of this account needs either a statement of the function’s resource-based policy or an identity policy that allows ' +
  '`lambda:InvokeFunction`; a caller of another account needs both. Identity policies outside this file, and policies of the organization, are ' +
  'not seen here.';

/**
 * Everybody who may have a function of the template called, each with what lets them: triggers, the function's resource-based policy, and
 * identity policies of this template.
 */
export function whoMayInvoke(analysis: Analysis, logicalId: string): Answer | Misunderstanding {
  const { template, permissions } = analysis;
  const owner = permissions.functions.find(({ fn }) => fn.logicalId === logicalId);
  if (!template || !owner) return { problem: `The template has no function ${code(logicalId)}.` };
  const about = permissionsAbout(template, owner.fn.resource).filter((permission) => invokes(permission) !== 'no');
  const own = about.filter(({ target }) => target.logicalId === logicalId);
  const found: Found = {
    owner,
    own,
    perhaps: about.filter((one) => !own.includes(one)),
    whole: wholePolicyOf(logicalId, analysis),
    callers: callersOf(owner.fn, analysis),
  };
  const blocks = [
    triggerBlock(owner),
    permissionBlock('Its resource-based policy', own, analysis),
    { heading: 'Its whole policy', lines: found.whole.map(wholePolicyLine) },
    permissionBlock('Permissions that may be about it', found.perhaps, analysis),
    callerBlock(found.callers, analysis),
    unseenBlock(found.callers),
  ];
  return {
    title: `Who can invoke ${logicalId}?`,
    ...conclusion(found, analysis),
    blocks: blocks.filter(({ lines }) => lines.length > 0),
    fix: undefined,
    note: NOTE,
  };
}

interface Found {
  readonly owner: FunctionPermissions;
  readonly own: readonly InvokePermission[];
  readonly perhaps: readonly InvokePermission[];
  readonly whole: readonly WholePolicyStatement[];
  readonly callers: Callers;
}

/** Whether the permission is one to call the function. */
function invokes({ action }: InvokePermission): Ternary {
  const answers = ['lambda:InvokeFunction', 'lambda:InvokeFunctionUrl'].map((id) => coversIgnoringCase(action, literal(id)));
  return answers.find((answer) => answer !== 'no') ?? 'no';
}

function triggerBlock(owner: FunctionPermissions): Block {
  return { heading: 'Triggers of this template', lines: owner.invokers.map((invoker) => triggerLine(invoker, owner)) };
}

function permissionBlock(heading: string, permissions: readonly InvokePermission[], analysis: Analysis): Block {
  return { heading, lines: permissions.map((permission) => warned(permission, permissionLine(permission, analysis))) };
}

function warned(permission: InvokePermission, line: Line): Line {
  const warning = warningOf(permission);
  return warning === undefined ? line : { ...line, text: `${line.text} ${warning}` };
}

function callerBlock({ callers }: Callers, analysis: Analysis): Block {
  return { heading: 'Identity policies of this template', lines: callers.flatMap((caller) => callerLines(caller, analysis)) };
}

function callerLines(caller: Caller, analysis: Analysis): readonly Line[] {
  const { logicalId, holder, users, by, isCertain, isQualified, request } = caller;
  const tell = grantTeller(holder, analysis);
  const acting = users.length > 0 ? ` (${users.join(', ')} ${users.length > 1 ? 'act' : 'acts'} with it)` : '';
  const who =
    holder.type.startsWith('AWS::IAM::Role') || users.length > 0
      ? `${code(logicalId)}${acting}`
      : `Whoever has ${code(logicalId)}`;
  const what = isQualified ? ', but only versions and aliases of the function' : '';
  return by.map((grant): Line => {
    const { text, place } = tell(grant);
    const points = isCertain ? [] : openPointsOf(grant, request, 'the function');
    const open = points.length > 0 ? ` It depends on ${points.join(', and on ')}.` : '';
    return { text: `${isCertain ? '✓' : '?'} ${who}${what}: ${lowered(text)}.${open}`, place };
  });
}

function lowered(text: string): string {
  return text.replace(/^The /, 'the ');
}

function unseenBlock({ unseen }: Callers): Block {
  const heading = 'Not all is known of';
  if (unseen.length === 0) return { heading, lines: [] };
  const roles = unseen.length > 1 ? 'these roles' : 'this role';
  return { heading, lines: [{ text: `${codeList(unseen)}: not all policies of ${roles} can be seen here` }] };
}

function conclusion(found: Found, analysis: Analysis): { readonly verdict: AnswerVerdict; readonly summary: string } {
  const { owner, own, perhaps, whole, callers } = found;
  const { logicalId } = owner.fn;
  if (own.some((permission) => isForEverybody(permission) && permission.guard.length === 0) || whole.some(letsEverybody))
    return { verdict: 'yes', summary: `Everybody can call ${logicalId}, of every account: a permission names no limits.` };
  if (owner.invokers.some(({ trigger, verdict }) => trigger.definition.id === 'function-url' && verdict === 'granted'))
    return { verdict: 'yes', summary: `Everybody who knows its URL can call ${logicalId}, without signing in.` };
  const working = verdictsOf(owner).filter((verdict) => verdict === 'granted').length;
  const parts = [
    counted(working, 'trigger'),
    counted(standing(found).length, 'permission for callers elsewhere', 'permissions for callers elsewhere'),
    counted(whole.filter(letsCall).length, 'statement of its whole policy', 'statements of its whole policy'),
    counted(
      callers.callers.filter(({ isCertain }) => isCertain).length,
      'holder of an identity policy',
      'holders of identity policies',
    ),
  ].flatMap((part) => part ?? []);
  if (parts.length > 0)
    return { verdict: 'yes', summary: `${logicalId} can be called by ${listed(parts)}.${lacking(owner)}${keptOut(whole)}` };
  const isOpen =
    analysis.template?.complete === false ||
    perhaps.length + own.length + whole.length > 0 ||
    callers.callers.length + callers.unseen.length > 0 ||
    verdictsOf(owner).includes('unknown');
  if (isOpen)
    return { verdict: 'depends', summary: `This file does not say that anybody can call ${logicalId}, and not all is known.` };
  return { verdict: 'no', summary: `Nothing in this file lets anybody call ${logicalId}.${lacking(owner)}` };
}

function keptOut(whole: readonly WholePolicyStatement[]): string {
  return whole.some(({ statement }) => statement.effect === 'Deny') ? ' A Deny of its policy keeps some out.' : '';
}

function verdictsOf(owner: FunctionPermissions): readonly Verdict[] {
  return owner.invokers.map((invoker) => triggerVerdict(owner, invoker));
}

/** Permissions that no trigger of the template needs, and that are certainly there. */
function standing({ owner, own }: Found): readonly InvokePermission[] {
  const serving = new Set(owner.invokers.flatMap(({ grantedBy }) => grantedBy));
  return own.filter((permission) => !serving.has(permission) && permission.guard.length === 0);
}

function lacking(owner: FunctionPermissions): string {
  const count = verdictsOf(owner).filter((verdict) => verdict === 'missing' || verdict === 'denied').length;
  return count > 0 ? ` ${counted(count, 'trigger')} of this template cannot call it.` : '';
}

function counted(count: number, one: string, several = `${one}s`): string | undefined {
  if (count === 0) return undefined;
  return `${count} ${count === 1 ? one : several}`;
}

function listed(parts: readonly string[]): string {
  return parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}` : (parts[0] ?? '');
}
