import type {
  AccessExplanation,
  FunctionExplanation,
  InvokerExplanation,
  NeedExplanation,
  TemplateExplanation,
} from '../../features/index.ts';
import type { Verdict } from '../../lambda/index.ts';
import { printable, type Style } from '../style.ts';

/** `explain --format pretty`: an account of each function of a template. */
export function prettyExplanation({ path, functions }: TemplateExplanation & { readonly path: string }, style: Style): string {
  const accounts = functions.map((fn) => functionAccount(fn, style));
  const body = accounts.length > 0 ? accounts.join('\n') : '  No Lambda functions.\n';
  return `${style.bold(printable(path))}\n\n${body}\n`;
}

function functionAccount({ logicalId, role, invokers, needs, may }: FunctionExplanation, style: Style): string {
  const sections = [
    `  Role: ${printable(roleAccount(role))}`,
    '  Who may invoke it:',
    ...(invokers.length > 0
      ? invokers.flatMap((invoker) => invokerAccount(invoker, style))
      : [printable(`    ${polledAccount(needs)}`)]),
    '  What it may do:',
    ...(may.length > 0 ? may.flatMap((access) => accessAccount(access, style)) : ['    Nothing that can be seen here.']),
    '  What it needs:',
    ...(needs.length > 0 ? needs.flatMap((need) => needAccount(need, style)) : ['    Nothing that its configuration asks for.']),
  ];
  return `${style.bold(printable(logicalId))}\n${sections.join('\n')}\n`;
}

/** Where Lambda polls, it is the execution role that has to be let in by the source, and nobody by the function. */
function polledAccount(needs: readonly NeedExplanation[]): string {
  const polled = new Set(needs.filter(({ need }) => need === 'event-source').map(({ subject }) => subject));
  if (polled.size === 0) return 'Nothing in this template calls it.';
  return `Nobody has to be let in: Lambda itself polls for it (${[...polled].join(', ')}), with the execution role.`;
}

function roleAccount({ origin, logicalId, managedPolicies }: FunctionExplanation['role']): string {
  const managed = managedPolicies.length > 0 ? `, with ${managedPolicies.join(', ')}` : '';
  switch (origin) {
    case 'sam':
      return `${logicalId}, made by SAM${managed}`;
    case 'template':
      return `${logicalId}${managed}`;
    case 'external':
      return `from outside this template, so that not all of it can be seen${managed}`;
    case 'none':
      return 'none';
  }
}

const MECHANISMS: Readonly<Record<InvokerExplanation['mechanism'], string>> = {
  'resource-policy': "by the function's resource-based policy",
  'caller-role': 'by the role of the caller',
  none: 'without a permission on the function',
};

function invokerAccount(invoker: InvokerExplanation, style: Style): readonly string[] {
  const { trigger, type, property, principal, qualifier, mechanism, verdict, grantedBy } = invoker;
  const who = principal === null ? '' : ` as ${principal}`;
  const where = qualifier === null ? '' : `, alias or version ${qualifier}`;
  return [
    `    ${verdictMark(verdict, style)} ${printable(`${trigger}${who}${where}${granted(grantedBy)}`)}`,
    style.dim(`      ${printable(`${type} ${property}`)}, ${MECHANISMS[mechanism]}`),
  ];
}

/** By service and access level; what SAM adds by itself is marked. */
function accessAccount(access: AccessExplanation, style: Style): readonly string[] {
  const { effect, title, level, actions, resources, grantedBy, implicit } = access;
  const may = effect === 'Deny' ? 'denied, ' : effect === 'unknown' ? 'perhaps ' : '';
  const how = level === null ? '' : ` (${level.toLowerCase()})`;
  const on =
    resources.length > 0 ? ` on ${resources.map((resource) => (resource === '*' ? 'everything' : resource)).join(', ')}` : '';
  const by = grantedBy.map((label) => (implicit && !label.endsWith('(SAM)') ? `${label} (SAM)` : label));
  return [
    `    ${printable(`${may}${title}${how}: ${actions.join(', ')}`)}`,
    style.dim(`      ${printable(`${on.trimStart()}${granted(by)}`)}`),
  ];
}

/** Where only some of the actions are missing, the others are counted. */
function needAccount(need: NeedExplanation, style: Style): readonly string[] {
  const { need: kind, subject, actions, resource, because, verdict, grantedBy, missing, statements } = need;
  const others = missing.length > 0 ? actions.length - missing.length : 0;
  const shown = missing.length > 0 ? missing : actions;
  const by = others > 0 ? `; ${others} more${granted(grantedBy)}` : missing.length > 0 ? '' : granted(grantedBy);
  return [
    `    ${verdictMark(verdict, style)} ${printable(`${shown.join(', ')} on ${resource}${by}`)}`,
    style.dim(`      ${printable(`${subject} (${kind}): ${because}`)}`),
    ...(isWritten(grantedBy)
      ? statements.map((statement) => style.dim(`      ${printable(`by the statement: ${statement}`)}`))
      : []),
  ];
}

/** SAM's own statements stand nowhere in the file. */
function isWritten(grantedBy: readonly string[]): boolean {
  return grantedBy.some((label) => !label.endsWith('(SAM)'));
}

function granted(by: readonly string[]): string {
  return by.length > 0 ? `, granted by ${by.join(', ')}` : '';
}

function verdictMark(verdict: Verdict, style: Style): string {
  const padded = verdict.padEnd('granted'.length);
  switch (verdict) {
    case 'granted':
      return style.green(padded);
    case 'missing':
    case 'denied':
      return style.red(padded);
    case 'unknown':
      return style.yellow(padded);
  }
}
