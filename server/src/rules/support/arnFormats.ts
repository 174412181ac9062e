import { type ActionInfo, coversArn, type IamKnowledge } from '../../iam/index.ts';
import { type Arn, concat, covers, knownText, literal, type SymbolicString } from '../../symbolic/index.ts';

/** A pattern of an ARN as the reference of a service gives it, with `*` for what is open. */
export interface ArnFormat {
  readonly service: string;
  readonly region: string;
  readonly account: string;
  readonly resource: string;
}

/** `${FunctionName}` is open; `${Account}` in its place is any account. */
function toFormat(pattern: string): ArnFormat | undefined {
  const open = pattern.replace(/,$/, '').replaceAll(/\$\{[^}]*\}/g, '*');
  const [, service, region, account, resource] = /^arn:[^:]*:([^:]*):([^:]*):([^:]*):(.*)$/.exec(open) ?? [];
  if (service === undefined || region === undefined || account === undefined || resource === undefined) return undefined;
  return { service, region, account, resource };
}

const formats = new WeakMap<IamKnowledge, Map<string, readonly ArnFormat[]>>();

/** The formats of a service's own reference. */
function ownFormats(iam: IamKnowledge, prefix: string): readonly ArnFormat[] {
  const known = formats.get(iam) ?? new Map<string, readonly ArnFormat[]>();
  formats.set(iam, known);
  const found =
    known.get(prefix) ??
    iam
      .resourceTypes(prefix)
      .flatMap(({ arns }) => arns)
      .flatMap((pattern) => toFormat(pattern) ?? []);
  known.set(prefix, found);
  return found;
}

/** The formats of ARNs with this service in them that fit the resource part: of the service's own reference, else of any. */
export function formatsFor({ service, resource }: Arn, iam: IamKnowledge): readonly ArnFormat[] {
  const name = knownText(service) ?? '';
  const fit = (format: ArnFormat): boolean => format.service === name && covers(literal(format.resource), resource) !== 'no';
  const own = ownFormats(iam, name).filter(fit);
  return own.length > 0 ? own : iam.services().flatMap(({ prefix }) => ownFormats(iam, prefix).filter(fit));
}

/** The resource parts of a service's ARNs as its reference writes them: `function:${FunctionName}`. */
export function formatsOf(service: string, iam: IamKnowledge): readonly string[] {
  const patterns = iam.resourceTypes(service).flatMap(({ arns }) => arns);
  const own = patterns
    .map((pattern) => /^arn:[^:]*:([^:]*):[^:]*:[^:]*:(.*)$/.exec(pattern))
    .filter((parts) => parts?.[1] === service);
  const resources = own.flatMap((parts) => parts?.[2] ?? []);
  return [...new Set(resources)].sort((a, b) => a.length - b.length);
}

/** Whether the service has formats at all; one without may have resources that its reference does not list. */
export function hasFormats(service: string, iam: IamKnowledge): boolean {
  return ownFormats(iam, service).some((format) => format.service === service);
}

/** Whether an action may be limited to something that a resource of a policy stands for. An action without resources takes only `*`. */
export function mayApplyTo(action: ActionInfo, resource: SymbolicString, iam: IamKnowledge): boolean {
  const text = knownText(resource);
  if (text === '*' || text === '**') return true;
  return patternsOf(action, iam).some((pattern) => coversArn(pattern, resource) !== 'no');
}

/** The ARNs that an action may be limited to, whatever their Region and account. */
function patternsOf(action: ActionInfo, iam: IamKnowledge): readonly SymbolicString[] {
  const types = action.resources.flatMap(({ type }) => iam.resourceType(action.service, type)?.arns ?? []);
  return types.flatMap((pattern) => {
    const format = toFormat(pattern);
    return format ? [concat(['arn:*:', literal(format.service), ':*:*:', literal(format.resource)])] : [];
  });
}
