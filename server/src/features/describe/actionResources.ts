import type { ActionPlace, Analysis } from '../../analysis/index.ts';
import { canonical } from '../../cloudformation/index.ts';
import type { ActionInfo } from '../../iam/index.ts';
import { mayApplyTo } from '../../rules/support/arnFormats.ts';
import { display } from '../../symbolic/index.ts';
import { code } from './markdown.ts';

/** How many resources are named. */
const MOST_RESOURCES = 3;

/** Which resources of its statement an action is used on; nothing where there is no choice. */
export function resourcesInStatement(
  info: ActionInfo,
  { statement, negated }: ActionPlace,
  analysis: Analysis,
): string | undefined {
  const { template, knowledge } = analysis;
  const resources = statement?.resources;
  if (!resources || negated || resources.negated || statement.effect === 'unknown' || info.resources.length === 0)
    return undefined;
  const fitting = resources.values.filter(({ value }) =>
    mayApplyTo(info, template ? canonical(value, template) : value, knowledge.iam),
  );
  const names = fitting.map(({ value }) => code(display(value)));
  const rest = names.length - MOST_RESOURCES;
  if (names.length === 0)
    return resources.complete && resources.values.length > 0
      ? 'Here it has no effect: it is used on none of the resources of this statement'
      : undefined;
  const verb = statement.effect === 'Deny' ? 'denied' : 'allowed';
  return `Here it is ${verb} on ${rest > 1 ? `${names.slice(0, MOST_RESOURCES).join(', ')} and ${rest} more` : names.join(', ')}`;
}
