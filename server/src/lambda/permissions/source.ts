import { arnOf, canonical, guardOf, type Resource, type Template, TYPES_WITH_ARN } from '../../cloudformation/index.ts';
import { documentFact, fact, sameEntries } from '../../incremental/facts.ts';
import {
  concat,
  contradicts,
  covers,
  display,
  displayHole,
  ofHole,
  onlyHole,
  type SymbolicString,
  type Ternary,
} from '../../symbolic/index.ts';
import { asExecuteApi, coversExecuteApi, type ExecuteApi } from './executeApi.ts';

/** A source ARN, prepared for being compared with many others. */
export interface SourceArn {
  /** In canonical form. */
  readonly value: SymbolicString;
  /** The same as text: equal for equal ARNs. */
  readonly key: string;
  /** The resource of the template that it is the ARN of, as far as that is certain. */
  readonly resource: string | undefined;
  readonly executeApi: ExecuteApi | undefined;
}

/** Resources with the same name have the same ARN. */
interface AnySource extends Omit<SourceArn, 'resource'> {
  readonly resources: readonly string[];
}

/**
 * @param value as a permission or a trigger has it; it belongs to the template
 * @param likely the logical id that counts where several resources have the ARN
 */
export function sourceOf(value: SymbolicString, template: Template, likely?: string): SourceArn {
  const source = prepared(template, value);
  return { ...source, resource: resourceOf(value, source.resources, likely) };
}

const prepared = fact((template: Template, value: SymbolicString): AnySource => {
  const written = withPartition(canonical(value, template));
  const key = display(written);
  return { value: written, key, resources: idsByArn(template).get(key)?.split(' ') ?? [], executeApi: asExecuteApi(written) };
});

/** Whether the pattern of a permission covers what a service presents. */
export function coversSource(permitted: SourceArn, presented: SourceArn): Ternary {
  if (permitted.key === presented.key) return 'yes';
  if (permitted.executeApi && presented.executeApi) return coversExecuteApi(permitted.executeApi, presented.executeApi);
  return differEarly(permitted.value, presented.value) ? 'no' : covers(permitted.value, presented.value);
}

/** The logical ids of a template's resources by their canonical ARN, with spaces between them where names collide. */
const idsByArn = documentFact((template: Template): ReadonlyMap<string, string> => {
  const ids = new Map<string, string>();
  for (const resource of template.ofTypes(TYPES_WITH_ARN)) {
    const arn = arnText(template, resource);
    if (arn === undefined) continue;
    const others = ids.get(arn);
    ids.set(arn, others === undefined ? resource.logicalId : `${others} ${resource.logicalId}`);
  }
  return ids;
}, sameEntries);

const arnText = fact((template: Template, resource: Resource): string | undefined => {
  const arn = arnOf(resource, template);
  return arn && display(withPartition(arn));
});

/** The resource that a value's ARN is certainly that of; `likely` decides between resources of one name. */
function resourceOf(value: SymbolicString, ids: readonly string[], likely: string | undefined): string | undefined {
  const hole = onlyHole(value);
  const named = hole?.kind === 'attribute' ? hole.logicalId : likely;
  if (named !== undefined && ids.includes(named)) return named;
  return ids.length === 1 ? ids[0] : undefined;
}

/**
 * Whether two resources have the same ARN: those of one type in one stack never do, whatever their names turn out to be. `unknown`
 * where only one of the two exists, and may be called like the other.
 */
export function isSameResource(a: string, b: string, template: Template): Ternary {
  if (a === b) return 'yes';
  const [first, second] = [template.resources.get(a), template.resources.get(b)];
  if (!first || !second || first.type !== second.type) return 'unknown';
  return contradicts(guardOf(first), guardOf(second)) ? 'unknown' : 'no';
}

const PARTITION: SymbolicString = ofHole({ kind: 'pseudo', name: 'AWS::Partition' });

/** A literal partition as the pseudo parameter: a template is only ever deployed to the partition that it names. */
function withPartition(value: SymbolicString): SymbolicString {
  const [first, ...rest] = value.parts;
  const found = first?.kind === 'text' ? /^arn:aws(?:-[a-z-]+)?:/.exec(first.text) : null;
  if (first?.kind !== 'text' || !found) return value;
  const others = rest.map((part) => (part.kind === 'text' ? part.text : ofHole(part.hole)));
  return concat(['arn:', PARTITION, ':', first.text.slice(found[0].length), ...others], value.origin);
}

/** A cheap look at the beginnings: whether the two differ in a character before anything in them is open. */
function differEarly(pattern: SymbolicString, source: SymbolicString): boolean {
  for (const [i, part] of pattern.parts.entries()) {
    const other = source.parts[i];
    if (part.kind === 'text' && other?.kind === 'text') {
      if (part.text !== other.text) return textsDiffer(part.text, other.text);
    } else if (part.kind === 'text' || other?.kind !== 'hole' || displayHole(part.hole) !== displayHole(other.hole)) return false;
  }
  return false;
}

function textsDiffer(pattern: string, text: string): boolean {
  const length = Math.min(pattern.length, text.length);
  for (let i = 0; i < length; i++) {
    const character = pattern[i];
    if (character === '*' || character === '?' || text[i] === '*') return false;
    if (character !== text[i]) return true;
  }
  return false;
}
