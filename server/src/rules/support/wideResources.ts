import type { Analysis } from '../../analysis/index.ts';
import { arnOf, arnReference, propertyAt, type Resource, type Template } from '../../cloudformation/index.ts';
import type { ActionInfo, IamKnowledge, Statement } from '../../iam/index.ts';
import { documentFact, fact, sameItems } from '../../incremental/facts.ts';
import { concat, display, knownText, type SymbolicString } from '../../symbolic/index.ts';
import { mayApplyTo } from './arnFormats.ts';
import { type PlacedResource, resourcesOf } from './arnPlaces.ts';
import { closesCycle } from './cycles.ts';
import type { PlacedStatement } from './policyWalk.ts';

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
export function isWide(value: SymbolicString): boolean {
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

/** Resources of the template, each with the ARNs of it that a statement is to name. */
export type NamedResources = ReadonlyMap<string, readonly SymbolicString[]>;

/**
 * What a statement for all resources could name instead: what its actions work on of the resources of this template. Nothing where an
 * action would lose its effect, because it works on none of them or takes no resource.
 */
export function namedResources({ statement, site }: PlacedStatement, { template, knowledge: { iam } }: Analysis): NamedResources {
  const infos = actionInfos(statement, iam);
  const found = new Map<string, readonly SymbolicString[]>();
  if (!template || infos.length === 0) return found;
  const left = new Set(infos);
  for (const { logicalId, reference, parts } of nameables(template)) {
    const named = parts.filter(({ isFor }) => {
      const working = infos.filter((info) => isFor(info, iam));
      for (const info of working) left.delete(info);
      return working.length > 0;
    });
    const references = named.map(({ suffix }) => concat([reference, suffix]));
    if (references.length > 0) found.set(logicalId, references);
  }
  const isSound = left.size === 0 && !(site.owner && closesCycle(site.owner, [...found.keys()], template));
  return isSound ? found : new Map();
}

/** The actions of a statement, patterns as what they stand for; none where one is not known or takes no resource. */
function actionInfos({ actions }: Statement, iam: IamKnowledge): readonly ActionInfo[] {
  if (!actions || actions.negated || !actions.complete) return [];
  const names = actions.values.flatMap(({ value }): readonly (string | undefined)[] => {
    const text = knownText(value);
    return text !== undefined && /[*?]/.test(text) ? iam.actionsMatching(text) : [text];
  });
  if (names.length > MOST_LOOKED_AT) return [];
  const infos = names.flatMap((name) => (name === undefined ? [] : (iam.action(name) ?? [])));
  return infos.length === names.length && infos.every(({ resources }) => resources.length > 0) ? infos : [];
}

/** A resource, or what stands below it: what the ARN goes on with, and whether an action works on it. */
interface ResourcePart {
  readonly suffix: string;
  readonly isFor: (action: ActionInfo, iam: IamKnowledge) => boolean;
}

/** A resource that a statement can name. */
interface Nameable {
  readonly logicalId: string;
  readonly reference: SymbolicString;
  readonly parts: readonly ResourcePart[];
  /** Equal as long as nothing of the above has changed. */
  readonly key: string;
}

const nameables = documentFact(
  (template: Template): readonly Nameable[] =>
    [...template.resources.values()].flatMap((resource) => nameableAt(template, resource) ?? []),
  sameItems,
);

const nameableAt = fact(
  (template: Template, resource: Resource): Nameable | undefined => {
    const parts = partsOf(resource, template);
    const { logicalId, type } = resource;
    const arn = arnOf(resource, template);
    const key = [logicalId, type, arn ? display(arn) : '', ...parts.map(({ suffix }) => suffix)].join(' ');
    return parts.length > 0 ? { logicalId, reference: arnReference(resource), parts, key } : undefined;
  },
  (before, now) => before?.key === now?.key,
);

function partsOf(resource: Resource, template: Template): readonly ResourcePart[] {
  const parts = Object.hasOwn(PARTS, resource.type) ? PARTS[resource.type] : undefined;
  if (parts) {
    return parts
      .filter(({ needs }) => needs === undefined || needs.some((name) => propertyAt(template, resource, name)))
      .map(({ service, type, suffix }) => ({
        suffix,
        isFor: (action) => action.service === service && action.resources.some((each) => each.type === type),
      }));
  }
  const arn = arnOf(resource, template);
  if (!arn) return [];
  // The same few actions are asked for in statement after statement.
  const answers = new Map<ActionInfo, boolean>();
  const isFor = (action: ActionInfo, iam: IamKnowledge): boolean => {
    const answer = answers.get(action) ?? mayApplyTo(action, arn, iam);
    answers.set(action, answer);
    return answer;
  };
  return [{ suffix: '', isFor }];
}

interface PartRow {
  readonly service: string;
  /** The resource type in the service's reference. */
  readonly type: string;
  readonly suffix: string;
  /** The properties of which the resource has one where it has this part. */
  readonly needs?: readonly string[];
}

const TABLE: readonly PartRow[] = [
  { service: 'dynamodb', type: 'table', suffix: '' },
  { service: 'dynamodb', type: 'index', suffix: '/index/*', needs: ['GlobalSecondaryIndexes', 'LocalSecondaryIndexes'] },
  { service: 'dynamodb', type: 'stream', suffix: '/stream/*', needs: ['StreamSpecification'] },
];

/**
 * Types whose actions work on the resource itself or on what stands below it. Source: the pages of the services in
 * https://docs.aws.amazon.com/service-authorization/latest/reference/
 */
const PARTS: Readonly<Record<string, readonly PartRow[]>> = {
  'AWS::S3::Bucket': [
    { service: 's3', type: 'bucket', suffix: '' },
    { service: 's3', type: 'object', suffix: '/*' },
  ],
  'AWS::DynamoDB::Table': TABLE,
  'AWS::DynamoDB::GlobalTable': TABLE,
};

/** The resources to name instead, where the statement names no other and all its actions can be limited. */
export function resourcesMeant(found: WideResource, analysis: Analysis): readonly SymbolicString[] {
  const isAll = found.statement.resources?.values.length === 1;
  return isAll ? [...namedResources(found, analysis).values()].flat() : [];
}
