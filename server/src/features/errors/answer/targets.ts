import { literal } from '../../../symbolic/index.ts';
import { targetsOf } from '../../questions/resourceAsked.ts';
import type { Holder } from '../find/holders.ts';
import { type FoundResource, foreignOn, type GrantedOn, grantedOn } from '../find/resources.ts';
import type { PastedError } from '../model.ts';

/** More that it might be on are not listed. */
const MOST_TARGETS = 5;

/**
 * What a grant to somebody would name: a resource of the same template by a reference, anything else by its ARN. Where the message does not
 * say on what, the resources of the template that the action is used on.
 */
export function targetsFor(
  holder: Holder,
  action: string,
  resources: readonly FoundResource[],
  { resource, caller }: PastedError,
): readonly GrantedOn[] {
  if (resource === undefined) return possibleTargets(holder, action);
  const own = resources.filter((found) => found.analysis === holder.analysis && found.sureness !== 'perhaps');
  const foreign = foreignOn(resource, caller?.account);
  return own.length > 0 ? own.map(grantedOn) : foreign ? [foreign] : [];
}

function possibleTargets({ analysis, template }: Holder, action: string): readonly GrantedOn[] {
  const { iam } = analysis.knowledge;
  const info = iam.action(action);
  if (!info) return [];
  if (info.resources.length === 0) return [{ on: literal('*'), written: literal('*') }];
  const all = analysis.resources.flatMap((resource) =>
    targetsOf({ kind: 'resource', resource, rest: '', name: resource.logicalId }, info, template, iam),
  );
  return all.slice(0, MOST_TARGETS);
}
