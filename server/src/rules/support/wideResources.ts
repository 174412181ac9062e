import type { Analysis } from '../../analysis/index.ts';
import { arnOf, written } from '../../cloudformation/index.ts';
import type { IamKnowledge, Statement } from '../../iam/index.ts';
import { display, knownText, type SymbolicString } from '../../symbolic/index.ts';
import { mayApplyTo } from './arnFormats.ts';
import { type PlacedResource, resourcesOf } from './arnPlaces.ts';

/** A resource that stands for all there are, and the actions of its statement that could be limited. */
export interface WideResource extends PlacedResource {
  readonly scopable: readonly string[];
}

/** Every resource of an Allow in an identity policy that is as wide as can be, where an action could be limited. */
export function wideResourcesOf(analysis: Analysis): readonly WideResource[] {
  return [...resourcesOf(analysis)].flatMap((placed) => {
    const { statement, site, value } = placed;
    if (site.kind !== 'identity' || statement.effect !== 'Allow' || !isWide(value.value)) return [];
    const scopable = scopableActions(statement, analysis.knowledge.iam);
    return scopable.length > 0 ? [{ ...placed, scopable }] : [];
  });
}

/** `*`, or an ARN of which only the service and the kind of resource are not open: `arn:*:cloudtrail:*:*:trail/*`. */
function isWide(value: SymbolicString): boolean {
  return /^(?:\*|arn:(?:aws|\*):[a-z0-9-]+:\*:\*:(?:[a-z-]+[/:])?\*)$/.test(display(value));
}

/** What every function does, with a wildcard by custom: the resources are the function's own. */
const CUSTOMARY = /^(?:logs:(?:create|put|describe)log\w*|cloudwatch:putmetricdata|xray:\w+)$/i;

/** Of a pattern so many actions are looked at. */
const MOST_LOOKED_AT = 60;

function scopableActions({ actions }: Statement, iam: IamKnowledge): readonly string[] {
  if (!actions || actions.negated) return [];
  const texts = actions.values.map(({ value }) => knownText(value) ?? '');
  return texts.filter((text) => {
    if (CUSTOMARY.test(text)) return false;
    const names = /[*?]/.test(text) ? iam.actionsMatching(text).slice(0, MOST_LOOKED_AT) : [text];
    return names.some((name) => (iam.action(name)?.resources.length ?? 0) > 0);
  });
}

/** The resources of the template that all actions of the statement work on, as an author would write them. */
export function resourcesMeant(
  { statement, scopable }: WideResource,
  { template, knowledge: { iam } }: Analysis,
): readonly SymbolicString[] {
  const isAll = scopable.length === statement.actions?.values.length && statement.resources?.values.length === 1;
  const infos = scopable.map((name) => iam.action(name)).filter((info) => info !== undefined);
  if (!template || !isAll || infos.length < scopable.length) return [];
  return [...template.resources.values()].flatMap((resource) => {
    const arn = arnOf(resource, template);
    return arn && infos.every((info) => mayApplyTo(info, arn, iam)) ? [written(arn, template)] : [];
  });
}
