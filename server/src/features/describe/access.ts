import type { IamKnowledge } from '../../iam/index.ts';
import type { Grant } from '../../lambda/index.ts';
import { type Access, accountOf } from '../account.ts';
import { code, codeList } from './markdown.ts';

/**
 * What a role allows and denies, a line for each service: `Amazon SQS: read ReceiveMessage; write DeleteMessage, on … (SAM)`. What
 * SAM adds by itself is marked.
 */
export function accessLines(grants: readonly Grant[], iam: IamKnowledge): readonly string[] {
  const byService = new Map<string, Access[]>();
  for (const access of accountOf(grants, iam)) {
    const key = `${access.effect} ${access.service}`;
    byService.set(key, [...(byService.get(key) ?? []), access]);
  }
  return [...byService.values()].map(serviceLine);
}

const EFFECTS: Readonly<Record<Access['effect'], string>> = { Allow: '', Deny: '**denied** ', unknown: 'perhaps ' };

function serviceLine(accesses: readonly Access[]): string {
  const [first] = accesses;
  if (!first) return '';
  const levels = accesses.map(({ level, actions, service }) => `${wordFor(level, actions)}${namesOf(actions, service)}`);
  const resources = [...new Set(accesses.flatMap((access) => access.resources))];
  const mark = accesses.every(({ isImplicit }) => isImplicit) ? ' (SAM)' : '';
  return `${EFFECTS[first.effect]}${first.title}: ${levels.join('; ')}${onWords(resources)}${mark}`;
}

function wordFor(level: Access['level'], actions: readonly string[]): string {
  if (level !== undefined) return `${level.toLowerCase()} `;
  return actions.every((action) => action.endsWith('*')) ? 'everything ' : '';
}

const MOST_NAMES = 3;

/** The service stands at the start of the line already. */
function namesOf(actions: readonly string[], service: string): string {
  const names = actions.map((action) => (service === '*' ? action : action.slice(action.indexOf(':') + 1)));
  const rest = names.length - MOST_NAMES;
  return rest <= 1 ? codeList(names) : `${codeList(names.slice(0, MOST_NAMES))} and ${rest} more`;
}

const MOST_RESOURCES = 2;

function onWords(resources: readonly string[]): string {
  if (resources.length === 0 || resources.includes('*')) return resources.length === 0 ? '' : ', on everything';
  const shown = resources.length > MOST_RESOURCES ? `${resources.length} resources` : resources.map(shortName).map(code);
  return `, on ${typeof shown === 'string' ? shown : shown.join(' and ')}`;
}

/** An ARN of the template's own account and Region without what goes without saying: `table/${Orders}`. */
export function shortName(resource: string): string {
  return resource.replace(/^arn:\$\{AWS::Partition\}:[a-z0-9-]*:(?:\$\{AWS::Region\})?:(?:\$\{AWS::AccountId\})?:/, '');
}
