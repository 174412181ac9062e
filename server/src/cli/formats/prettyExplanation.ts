import type { FunctionExplanation, InvokerExplanation, NeedExplanation, TemplateExplanation } from '../../features/index.ts';
import type { Verdict } from '../../lambda/index.ts';
import { printable, type Style } from '../style.ts';

/** `explain --format pretty`: an account of each function of a template. */
export function prettyExplanation({ path, functions }: TemplateExplanation & { readonly path: string }, style: Style): string {
  const accounts = functions.map((fn) => functionAccount(fn, style));
  const body = accounts.length > 0 ? accounts.join('\n') : '  No Lambda functions.\n';
  return `${style.bold(printable(path))}\n\n${body}\n`;
}

function functionAccount({ logicalId, role, invokers, needs }: FunctionExplanation, style: Style): string {
  const sections = [
    `  Role: ${printable(roleAccount(role))}`,
    '  Who may invoke it:',
    ...(invokers.length > 0
      ? invokers.flatMap((invoker) => invokerAccount(invoker, style))
      : ['    Nothing in this template calls it.']),
    '  What it needs:',
    ...(needs.length > 0 ? needs.flatMap((need) => needAccount(need, style)) : ['    Nothing that its configuration asks for.']),
  ];
  return `${style.bold(printable(logicalId))}\n${sections.join('\n')}\n`;
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

function needAccount(
  { need, subject, actions, resource, because, verdict, grantedBy }: NeedExplanation,
  style: Style,
): readonly string[] {
  return [
    `    ${verdictMark(verdict, style)} ${printable(`${actions.join(', ')} on ${resource}${granted(grantedBy)}`)}`,
    style.dim(`      ${printable(`${subject} (${need}): ${because}`)}`),
  ];
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
