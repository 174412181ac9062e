import type { Analysis } from '../../../analysis/index.ts';
import { arnOf, arnReference, canonical, nameReference, type Resource, type Template } from '../../../cloudformation/index.ts';
import { concat, display, literal, ofHole, type SymbolicString } from '../../../symbolic/index.ts';
import { fitOf, rankOf, type Sureness } from './fit.ts';

/** A resource of a template that an ARN may be, or may begin with. */
export interface FoundResource {
  readonly analysis: Analysis;
  readonly resource: Resource;
  readonly sureness: Sureness;
  /** What the ARN goes on with: `/index/byDate`. */
  readonly rest: string;
}

/** The resources that an ARN of a deployed stack, or the plain name of a function, may belong to; only the surest are told. */
export function findResources(named: string, analyses: readonly Analysis[]): readonly FoundResource[] {
  const found = analyses.flatMap((analysis) =>
    analysis.resources.flatMap((resource) => {
      const { template } = analysis;
      const fit = template && fitIn(named, resource, template);
      return fit ? [{ analysis, resource, ...fit }] : [];
    }),
  );
  return surest(found);
}

export function surest<T extends { readonly sureness: Sureness }>(found: readonly T[]): readonly T[] {
  const best = Math.max(...found.map(({ sureness }) => rankOf(sureness)));
  return found.filter(({ sureness }) => rankOf(sureness) === best);
}

function fitIn(named: string, resource: Resource, template: Template): ReturnType<typeof fitOf> {
  if (named.startsWith('arn:')) {
    const arn = arnOf(resource, template);
    return arn && fitOf(arn, named);
  }
  if (!/^AWS::(?:Lambda|Serverless)::Function$/.test(resource.type)) return undefined;
  const name = nameReference(resource);
  return name && fitOf(canonical(name, template), named);
}

/** What the grant names: what the message is about, and what the author would write for it. */
export interface GrantedOn {
  readonly on: SymbolicString;
  readonly written: SymbolicString;
}

/** What a statement names in the place of a part that comes and goes: a key, a log stream, the label of a stream. */
const WIDER: readonly (readonly [type: RegExp, rest: RegExp, instead: string])[] = [
  [/^AWS::S3::Bucket$/, /^\/.*/, '/*'],
  [/^AWS::DynamoDB::/, /^\/stream\/.*/, '/stream/*'],
  // The attribute `Arn` of a log group ends with `:*`.
  [/^AWS::Logs::LogGroup$/, /^:.*/, ''],
];

/** A found resource as a grant names it. */
export function grantedOn({ resource, analysis: { template }, rest }: FoundResource): GrantedOn {
  const reference = arnReference(resource);
  const [, , instead = rest] = WIDER.find(([type, end]) => type.test(resource.type) && end.test(rest)) ?? [];
  const arn = template && arnOf(resource, template);
  const isWhole = instead === '';
  return { on: arn ? concat([arn, isWhole ? '' : rest]) : reference, written: concat([reference, instead]) };
}

/** The same by the service in the ARN. */
const WIDER_ELSEWHERE: Readonly<Record<string, readonly [end: RegExp, instead: string]>> = {
  s3: [/\/.*$/, '/*'],
  logs: [/:log-stream(?::.*)?$/, ':*'],
};

/**
 * An ARN of something that is in no template, as a grant names it: with the partition and, where it is the caller's own, the account as
 * deployment knows them. A function may be named without the rest of its ARN.
 *
 * @returns nothing for what no grant can name
 */
export function foreignOn(named: string, account: string | undefined): GrantedOn | undefined {
  if (named === '*') return { on: literal(named), written: literal(named) };
  const [, service = '', region = '', owner = '', resource] = /^arn:[\w-]+:([\w-]*):([\w-]*):(\d*):(.+)$/.exec(named) ?? [];
  if (resource === undefined) return /^[\w-]+$/.test(named) ? ownFunction(named) : undefined;
  const [pattern, instead] = WIDER_ELSEWHERE[service] ?? [];
  const whose = owner !== '' && owner === account ? pseudo('AWS::AccountId') : owner;
  const beginning = concat(['arn:', pseudo('AWS::Partition'), `:${service}:${region}:`, whose, ':']);
  const wider = pattern && instead ? resource.replace(pattern, instead) : resource;
  return { on: concat([beginning, resource]), written: concat([beginning, wider]) };
}

function ownFunction(name: string): GrantedOn {
  const [partition, region, account] = ['AWS::Partition', 'AWS::Region', 'AWS::AccountId'].map(pseudo);
  const arn = concat(['arn:', partition ?? '', ':lambda:', region ?? '', ':', account ?? '', `:function:${name}`]);
  return { on: arn, written: arn };
}

function pseudo(name: string): SymbolicString {
  return ofHole({ kind: 'pseudo', name });
}

/** As people read it: `${Orders.Arn}/index/byDate`. */
export function nameOfGranted({ written }: GrantedOn): string {
  return display(written);
}
