import { once } from '../../incremental/once.ts';
import { isJsonObject, type JsonObject, objectsAt, parseJsonObject, stringAt } from './json.ts';

/** A policy that AWS publishes for everybody. */
export interface ManagedPolicy {
  readonly name: string;
  /** `/`, `/service-role/` …: a part of its ARN that is easily forgotten. */
  readonly path: string;
  /** `arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole`, in the partition `aws`. */
  readonly arn: string;
  /** AWS no longer lets it be attached. */
  readonly deprecated: boolean;
  /** Undefined where only the name is known: then what it grants is unknown. */
  readonly document: JsonObject | undefined;
  /** The version of the document and its day, `v1` and `2015-04-09`, or ''. */
  readonly version: string;
  readonly updated: string;
}

/** AWS's managed policies. Names and paths are compared exactly, as IAM does. */
export interface ManagedPolicies {
  /** @param arn in any partition */
  byArn(arn: string): ManagedPolicy | undefined;
  /** @param name without a path, as SAM's `Policies` accepts it */
  byName(name: string): ManagedPolicy | undefined;
  /** In alphabetical order of path and name. */
  all(): readonly ManagedPolicy[];
}

/** The texts of `server/data` that the managed policies are read from. */
export interface ManagedPolicyFiles {
  /** `managed-policy-names.txt`: a line with path and name for each. */
  readonly names: string;
  /** `managed-policies.json`: the documents of those that functions use. */
  readonly documents: string;
}

const arnShape = /^arn:[^:]+:iam::aws:policy\/(.+)$/;

/** Nothing is read before the first lookup. */
export function createManagedPolicies(files: ManagedPolicyFiles): ManagedPolicies {
  const policies = once(() => readPolicies(files));
  const byFullName = once(() => new Map(policies().map((policy) => [policy.path.slice(1) + policy.name, policy])));
  const byName = once(() => new Map(policies().map((policy) => [policy.name, policy])));
  return {
    byArn: (arn) => byFullName().get(arnShape.exec(arn)?.[1] ?? ''),
    byName: (name) => byName().get(name),
    all: policies,
  };
}

function readPolicies(files: ManagedPolicyFiles): readonly ManagedPolicy[] {
  const entries = new Map(
    objectsAt(parseJsonObject(files.documents), 'policies').map((entry) => [stringAt(entry, 'name'), entry]),
  );
  const named = files.names.split('\n').flatMap((line) => (line === '' ? [] : [policyOf(line, entries.get(line))]));
  const listed = new Set(named.map(({ arn }) => arn));
  const unlisted = [...entries].map(([fullName, entry]) => policyOf(fullName, entry)).filter(({ arn }) => !listed.has(arn));
  return [...named, ...unlisted].sort((a, b) => (a.arn < b.arn ? -1 : 1));
}

function policyOf(fullName: string, entry: JsonObject | undefined): ManagedPolicy {
  const slash = fullName.lastIndexOf('/');
  const document = entry?.['document'];
  return {
    name: fullName.slice(slash + 1),
    path: `/${fullName.slice(0, slash + 1)}`,
    arn: `arn:aws:iam::aws:policy/${fullName}`,
    deprecated: entry?.['deprecated'] === true,
    document: isJsonObject(document) ? document : undefined,
    version: entry ? stringAt(entry, 'version') : '',
    updated: entry ? stringAt(entry, 'updated') : '',
  };
}
