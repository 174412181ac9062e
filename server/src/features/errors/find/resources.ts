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

/** What a statement names for an action on a part of a resource: keys, log streams and stream labels come and go. */
const WIDER: readonly (readonly [type: RegExp, rest: RegExp, instead: string])[] = [
  [/^AWS::S3::Bucket$/, /^\/.*/, '/*'],
  [/^AWS::DynamoDB::/, /^\/stream\/.*/, '/stream/*'],
  [/^AWS::Logs::LogGroup$/, /^:.*/, ''],
];

/** What the grant names: as it is compared, and as the author would write it. */
export interface GrantedOn {
  readonly on: SymbolicString;
  readonly written: SymbolicString;
}

/** A found resource as a grant names it. */
export function grantedOn({ resource, analysis: { template }, rest }: FoundResource): GrantedOn {
  const reference = arnReference(resource);
  const [, , instead] = WIDER.find(([type, end]) => type.test(resource.type) && end.test(rest)) ?? [];
  const end = instead ?? rest;
  const arn = template && arnOf(resource, template);
  const below = /^AWS::Logs::LogGroup$/.test(resource.type) ? '' : end;
  return { on: arn ? concat([arn, below]) : reference, written: concat([reference, below]) };
}

/** The same by the service in the ARN. */
const WIDER_ELSEWHERE: Readonly<Record<string, readonly [end: RegExp, instead: string]>> = {
  s3: [/\/.*$/, '/*'],
  logs: [/:log-stream(?::.*)?$/, ':*'],
};

/**
 * An ARN of something that is in no template, as a grant names it: with the partition and, where it is the caller's own, the account as
 * deployment knows them.
 */
export function foreignOn(arn: string, account: string | undefined): GrantedOn {
  const [, service = '', region = '', owner = '', resource] = /^arn:[\w-]+:([\w-]*):([\w-]*):(\d*):(.+)$/.exec(arn) ?? [];
  if (resource === undefined) return { on: literal(arn), written: literal(arn) };
  const [pattern, instead] = WIDER_ELSEWHERE[service] ?? [];
  const name = pattern && instead ? resource.replace(pattern, instead) : resource;
  const whose = owner !== '' && owner === account ? pseudo('AWS::AccountId') : owner;
  const value = concat(['arn:', pseudo('AWS::Partition'), `:${service}:${region}:`, whose, `:${name}`]);
  return { on: value, written: value };
}

function pseudo(name: string): SymbolicString {
  return ofHole({ kind: 'pseudo', name });
}

/** As people read it: `${Orders.Arn}/index/byDate`. */
export function nameOfGranted({ written }: GrantedOn): string {
  return display(written);
}
