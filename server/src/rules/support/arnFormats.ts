import { type ActionInfo, coversArn, type IamKnowledge } from '../../iam/index.ts';
import { onceFor } from '../../incremental/once.ts';
import { type Arn, arnFields, covers, display, knownText, literal, type SymbolicString } from '../../symbolic/index.ts';

/** A pattern of an ARN as the reference of a service gives it, with `*` for what is open. */
export interface ArnFormat {
  readonly service: string;
  readonly region: string;
  readonly account: string;
  readonly resource: string;
  /** Service and resource once more, to be compared with what policies name. */
  readonly patterns: { readonly service: SymbolicString; readonly resource: SymbolicString };
}

/** `${FunctionName}` is open; `${Account}` in its place is any account. */
function toFormat(pattern: string): ArnFormat | undefined {
  const open = pattern.replace(/,$/, '').replaceAll(/\$\{[^}]*\}/g, '*');
  const [, service, region, account, resource] = /^arn:[^:]*:([^:]*):([^:]*):([^:]*):(.*)$/.exec(open) ?? [];
  if (service === undefined || region === undefined || account === undefined || resource === undefined) return undefined;
  return { service, region, account, resource, patterns: { service: literal(service), resource: literal(resource) } };
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
export function formatsFor(arn: Arn, iam: IamKnowledge): readonly ArnFormat[] {
  return formatsIn(iam)(arn);
}

const formatsIn = onceFor((iam: IamKnowledge) => onceFor((arn: Arn) => fittingFormats(arn, iam)));

function fittingFormats({ service, resource }: Arn, iam: IamKnowledge): readonly ArnFormat[] {
  const name = knownText(service) ?? '';
  const fit = (format: ArnFormat): boolean => format.service === name && covers(format.patterns.resource, resource) !== 'no';
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

/** Whether an action may be limited to something that a resource of a policy stands for. */
export function mayApplyTo(action: ActionInfo, resource: SymbolicString, iam: IamKnowledge): boolean {
  const [first] = resource.parts;
  if (first?.kind === 'text' && /^(?:\*|execute-api:\/)/.test(first.text)) return true;
  if (action.resources.length === 0) return isLoose(action, resource);
  const arn = arnFields(resource);
  const service = arn && knownText(arn.service);
  // An ARN of no service is a mistake of its own.
  if (service !== undefined && !/[*?$]/.test(service) && !iam.service(service)) return true;
  const own = formatsOfResources(action, iam);
  return own.length === 0 || own.some((format) => fits(format, resource, arn));
}

/** The formats of the resources that an action may be limited to. */
function formatsOfResources(action: ActionInfo, iam: IamKnowledge): readonly ArnFormat[] {
  return formatsOfResourcesIn(iam)(action);
}

const formatsOfResourcesIn = onceFor((iam: IamKnowledge) =>
  onceFor(({ service, resources }: ActionInfo): readonly ArnFormat[] => {
    const patterns = resources.flatMap(({ type }) => iam.resourceType(service, type)?.arns ?? []);
    return patterns.flatMap((pattern) => toFormat(pattern) ?? []);
  }),
);

/** Region and account are mistakes of another kind. */
function fits(format: ArnFormat, resource: SymbolicString, arn: Arn | undefined): boolean {
  if (isBucket(format) && arn && hasSlash(arn.resource)) return false;
  if (isObject(format) && arn && isWithoutSlash(arn.resource)) return false;
  if (!arn) return coversArn(literal(`arn:*:${format.service}:*:*:${format.resource}`), resource) !== 'no';
  const isService =
    covers(format.patterns.service, arn.service) !== 'no' || covers(arn.service, format.patterns.service) !== 'no';
  return isService && covers(format.patterns.resource, arn.resource) !== 'no';
}

/** The one format in which a name certainly has no slash: behind it begins the key of an object. */
function isBucket({ service, resource }: ArnFormat): boolean {
  return service === 's3' && resource === '*';
}

/** An object, in a bucket or behind an access point: a name, a slash and a key. */
function isObject({ service, resource }: ArnFormat): boolean {
  return service === 's3' && resource.includes('/');
}

/** Whether there is certainly no slash: what `Ref` of a resource gives in this place is the name of a bucket. */
function isWithoutSlash({ parts }: SymbolicString): boolean {
  return parts.every((part) =>
    part.kind === 'text' ? !/[/*?$]/.test(part.text) : part.hole.kind === 'attribute' && part.hole.attribute === undefined,
  );
}

/** Whether a slash is written out, not only in the name of a policy variable. */
function hasSlash({ parts }: SymbolicString): boolean {
  return parts.some((part) => part.kind === 'text' && part.text.replaceAll(/\$\{[^}]*\}/g, '').includes('/'));
}

/**
 * Actions that the reference lists without resources, though policies limit them.
 * Sources: https://github.com/aws/aws-cdk (aws-stepfunctions, `grantTaskResponse`),
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html
 */
const LIMITED_ALL_THE_SAME = /^(?:states:sendtask(?:success|failure|heartbeat)|logs:describeloggroups)$/i;

/** For an action without resources: some services still check it against all of their own, or all of a kind. */
function isLoose({ id }: ActionInfo, resource: SymbolicString): boolean {
  const text = display(resource).replaceAll(/\$\{[^}]*\}/g, '*');
  return (
    LIMITED_ALL_THE_SAME.test(id) || !text.startsWith('arn:') || /^arn:[^:]*:[^:]*:[^:]*:[^:]*:(?:[\w-]+[/:])*\*$/.test(text)
  );
}

/** The ARNs that an action may be limited to as its reference writes them, without partition, Region and account names. */
export function formatsForAction(action: ActionInfo, iam: IamKnowledge): readonly string[] {
  const arns = action.resources.flatMap(({ type }) => iam.resourceType(action.service, type)?.arns ?? []);
  return [...new Set(arns.map((arn) => arn.replace('${Partition}', 'aws').replace('${Region}', '*').replace('${Account}', '*')))];
}
