import type { SymbolicString } from '../../symbolic/index.ts';

/**
 * The policy variables in a value: `aws:username` for `${aws:username}`. What `Fn::Sub` or a reference fills in is none, nor are the
 * escapes `${*}`, `${?}` and `${$}`.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function variablesIn({ parts }: SymbolicString): readonly string[] {
  return parts.flatMap((part) =>
    part.kind === 'text' ? Array.from(part.text.matchAll(VARIABLE), ([, name = '']) => name.trim()) : [],
  );
}

/** A variable has the name of a condition key, which has one colon behind its service or issuer; `AWS::Region` is none. */
const VARIABLE = /\$\{([^{}:]*:[^{}:][^{}]*)\}/g;
