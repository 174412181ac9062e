import type { Analysis } from '../../analysis/index.ts';
import type { ActionCoverage, ExecutionRole, FunctionPermissions, Invoker, NeedCoverage } from '../../lambda/index.ts';
import { display } from '../../symbolic/index.ts';
import { accessLines, shortName } from './access.ts';
import { bullets, code, codeList, paragraphs } from './markdown.ts';
import { mark } from './verdict.ts';

/**
 * A function: who may invoke it, what it may do, and what it needs; what is missing comes first, and a long list is cut short.
 *
 * @param most as many lines as a list may have; by default as many as a hover holds
 */
export function describeFunction(permissions: FunctionPermissions, { knowledge: { iam } }: Analysis, most?: number): string {
  const { fn, role, invokers, needs } = permissions;
  return paragraphs(
    `**${fn.logicalId}** · Lambda function`,
    invokers.length > 0 ? '**Who invokes it** (resource-based policy)' : undefined,
    limited(worstFirst(invokers).map(invokerLine), most ?? 4, 'triggers'),
    `**What it may do** (execution role): ${roleLine(role)}`,
    limited(accessLines(role.grants, iam), most ?? 6, 'services'),
    needs.length > 0 ? '**What it needs**' : undefined,
    limited(worstFirst(needs).map(needLine), most ?? 6, 'needs'),
  );
}

function worstFirst<T extends Pick<NeedCoverage, 'verdict'>>(items: readonly T[]): readonly T[] {
  return [...items].sort((a, b) => GRAVITY.indexOf(a.verdict) - GRAVITY.indexOf(b.verdict));
}

const GRAVITY: readonly NeedCoverage['verdict'][] = ['denied', 'missing', 'unknown', 'granted'];

function limited(lines: readonly string[], most: number, what: string): string {
  const rest = lines.length - most;
  return rest <= 1 ? bullets(lines) : bullets([...lines.slice(0, most), `and ${rest} more ${what}`]);
}

function invokerLine({ trigger, verdict, grantedBy }: Invoker): string {
  const by = grantedBy.map(({ logicalId, origin }) => `${code(logicalId)}${origin === 'sam' ? ' (SAM)' : ''}`).join(', ');
  return `${mark(verdict)} ${trigger.name}: ${trigger.definition.title}${by ? `, by ${by}` : ''}`;
}

const MOST_POLICIES = 4;

function roleLine({ origin, logicalId, managedPolicies, complete }: ExecutionRole): string {
  const shown = managedPolicies.slice(0, MOST_POLICIES);
  const more = managedPolicies.length > shown.length ? ` and ${managedPolicies.length - shown.length} more` : '';
  const managed = shown.length > 0 ? ` with ${codeList(shown)}${more}` : '';
  const unseen = complete ? '' : ' It may hold more than can be seen here.';
  switch (origin) {
    case 'sam':
      return `SAM makes ${code(logicalId ?? 'a role')}${managed}.${unseen}`;
    case 'template':
      return `${code(logicalId ?? 'a role of this template')}${managed}.${unseen}`;
    case 'external':
      return 'a role that is not of this template, so what it allows is not known.';
    case 'none':
      return 'no role is given.';
  }
}

/** What is lacking where something is, else what is needed and by what it is granted. */
function needLine({ need, verdict, actions }: NeedCoverage): string {
  const lacking = actions.filter((action) => isLacking(action) && action.grant.level === 'required');
  const shown = lacking.length > 0 ? lacking : actions.filter((action) => !isLacking(action));
  const names = [...new Set((shown.length > 0 ? shown : actions).map(({ action }) => action))];
  const on = [...new Set(shown.map(({ grant }) => shortName(display(grant.written))))].filter((name) => name !== '*').map(code);
  const by = [...new Set(shown.flatMap(({ grantedBy }) => grantedBy.map(({ label }) => label)))];
  const what = `${lacking.length > 0 ? 'lacks ' : ''}${nameList(names)}${on.length > 0 ? ` on ${on.join(', ')}` : ''}`;
  return `${mark(verdict)} ${need.definition.title}: ${what}${by.length > 0 ? `, by ${by.join(', ')}` : ''}`;
}

function isLacking({ verdict }: ActionCoverage): boolean {
  return verdict === 'missing' || verdict === 'denied';
}

const MOST_NAMES = 4;

function nameList(names: readonly string[]): string {
  const rest = names.length - MOST_NAMES;
  return rest <= 1 ? codeList(names) : `${codeList(names.slice(0, MOST_NAMES))} and ${rest} more`;
}
