import { onceFor } from '../incremental/once.ts';
import { concat, covers, either, ofHole, type Part, type SymbolicString, type Ternary } from '../symbolic/index.ts';

/**
 * Whether an ARN pattern of a policy covers everything that the target may stand for, as `covers` does, with what is particular to
 * ARNs in policies: policy variables, a partition written out, missing fields, and references that may be a whole ARN.
 */
export function coversArn(pattern: SymbolicString, target: SymbolicString): Ternary {
  const [own, other] = samePartition(withOpenStart(withVariables(pattern)), withOpenStart(target));
  const completed = completeArn(own);
  return completed ? either([covers(own, other), covers(completed, other)]) : covers(own, other);
}

const POLICY_VARIABLE = /(\$\{[^}]*\})/;

/** The value with its policy variables (`${aws:username}`), which each request fills in, as holes. */
export const withVariables: (value: SymbolicString) => SymbolicString = onceFor((value) => {
  const isPlain = value.parts.every((part) => part.kind === 'hole' || !part.text.includes('${'));
  if (isPlain) return value;
  const pieces = value.parts.flatMap((part) =>
    part.kind === 'hole' ? [ofHole(part.hole)] : part.text.split(POLICY_VARIABLE).map(variableOrText),
  );
  return concat(pieces, value.origin);
});

function variableOrText(piece: string, index: number): SymbolicString | string {
  return index % 2 === 1 ? ofHole({ kind: 'opaque', reason: 'a policy variable', key: piece.slice(2, -1) }) : piece;
}

const WRITTEN_PARTITION = /^arn:aws[a-z-]*:/;

/**
 * The two with one partition where one of them names it and the other takes the deployment's (`AWS::Partition`): who writes
 * `arn:aws:` deploys there.
 */
function samePartition(a: SymbolicString, b: SymbolicString): readonly [SymbolicString, SymbolicString] {
  if (hasOpenPartition(b)) return [withOpenPartition(a), b];
  return hasOpenPartition(a) ? [a, withOpenPartition(b)] : [a, b];
}

function hasOpenPartition({ parts: [start, partition, rest] }: SymbolicString): boolean {
  return (
    start?.kind === 'text' &&
    start.text === 'arn:' &&
    partition?.kind === 'hole' &&
    partition.hole.kind === 'pseudo' &&
    partition.hole.name === 'AWS::Partition' &&
    rest?.kind === 'text' &&
    rest.text.startsWith(':')
  );
}

const withOpenPartition = onceFor((value: SymbolicString): SymbolicString => {
  const [first, ...rest] = value.parts;
  const written = first?.kind === 'text' ? WRITTEN_PARTITION.exec(first.text)?.[0] : undefined;
  if (first?.kind !== 'text' || written === undefined) return value;
  const partition = ofHole({ kind: 'pseudo', name: 'AWS::Partition' });
  const behind = first.text.slice(written.length - 1);
  return concat(['arn:', partition, behind, { parts: rest, origin: value.origin }], value.origin);
});

/**
 * An ARN with fewer than six fields with the missing ones as `*`, as IAM completes it; `undefined` for any other value.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
const completeArn = onceFor((value: SymbolicString): SymbolicString | undefined => {
  const [first] = value.parts;
  const isArn = first?.kind === 'text' && first.text.startsWith('arn:');
  return isArn && fieldCount(value) < 6 ? concat([value, ':*'], value.origin) : undefined;
});

/** The fields of an ARN; not less than six where a hole may itself hold a colon. */
export function fieldCount({ parts }: SymbolicString): number {
  if (parts.some((part) => part.kind === 'hole' && part.hole.kind !== 'pseudo')) return 6;
  return parts.flatMap((part) => (part.kind === 'text' ? part.text.split(':').slice(1) : [])).length + 1;
}

/**
 * The value with a reference at its start as anything at all: what the template does not tell may be a name as well as a whole ARN
 * (`Nested.Outputs.QueueArn`), while `covers` takes references for names.
 */
export const withOpenStart: (value: SymbolicString) => SymbolicString = onceFor((value) => {
  const [first, ...rest] = value.parts;
  if (first?.kind !== 'hole' || first.hole.kind !== 'attribute') return value;
  const { logicalId, attribute } = first.hole;
  const key = attribute === undefined ? logicalId : `${logicalId}.${attribute}`;
  const open: Part = { kind: 'hole', hole: { kind: 'opaque', reason: 'a reference', key } };
  return { parts: [open, ...rest], origin: value.origin };
});
