import { arnOf, canonical, guardOf, type Template } from '../../cloudformation/index.ts';
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

const prepared = new WeakMap<SymbolicString, SourceArn>();

/**
 * @param value as a permission or a trigger has it; it belongs to the template
 * @param likely the logical id that counts where several resources have the ARN
 */
export function sourceOf(value: SymbolicString, template: Template, likely?: string): SourceArn {
  const before = prepared.get(value);
  if (before) return before;
  const written = withPartition(canonical(value, template));
  const key = display(written);
  const source = { value: written, key, resource: resourceOf(value, key, template, likely), executeApi: asExecuteApi(written) };
  prepared.set(value, source);
  return source;
}

/** Whether the pattern of a permission covers what a service presents. */
export function coversSource(permitted: SourceArn, presented: SourceArn): Ternary {
  if (permitted.key === presented.key) return 'yes';
  if (permitted.executeApi && presented.executeApi) return coversExecuteApi(permitted.executeApi, presented.executeApi);
  return differEarly(permitted.value, presented.value) ? 'no' : covers(permitted.value, presented.value);
}

/** The logical ids of a template's resources by their canonical ARN. Several where names collide. */
const known = new WeakMap<Template, ReadonlyMap<string, readonly string[]>>();

function idsByArn(template: Template): ReadonlyMap<string, readonly string[]> {
  const before = known.get(template);
  if (before) return before;
  const ids = new Map<string, string[]>();
  for (const resource of template.resources.values()) {
    const arn = arnOf(resource, template);
    if (!arn) continue;
    const key = display(withPartition(arn));
    ids.set(key, [...(ids.get(key) ?? []), resource.logicalId]);
  }
  known.set(template, ids);
  return ids;
}

/** The resource that a value's ARN, `key`, is certainly that of; `likely` decides between resources of one name. */
function resourceOf(value: SymbolicString, key: string, template: Template, likely: string | undefined): string | undefined {
  const hole = onlyHole(value);
  const ids = idsByArn(template).get(key) ?? [];
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
