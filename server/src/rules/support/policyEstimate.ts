import type { InvokePermission } from '../../lambda/index.ts';
import { display, type SymbolicString } from '../../symbolic/index.ts';

/**
 * The limit on the resource-based policy of one function, version or alias.
 * Source: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
 */
export const MOST_BYTES = 20_480;

/** What the parts that deployment fills in are taken to be long: rather too short, so that what is called too large is. */
const TYPICAL: readonly (readonly [pattern: RegExp, text: string])[] = [
  [/\$\{AWS::Partition\}/g, 'aws'],
  [/\$\{AWS::Region\}/g, 'eu-west-1'],
  [/\$\{AWS::AccountId\}/g, '123456789012'],
  [/\$\{AWS::URLSuffix\}/g, 'amazonaws.com'],
  [/\$\{[^}]*\}/g, 'a1b2c3d4e5'],
];

/** About how many bytes a permission adds to the policy that Lambda keeps: a statement in compact JSON. */
export function statementBytes({ logicalId, target, action, principal, sourceArn, sourceAccount }: InvokePermission): number {
  const statement = {
    Sid: `stack-${logicalId}-ABCDEFGHIJKL`,
    Effect: 'Allow',
    Principal: { Service: typical(principal) },
    Action: typical(action),
    Resource: `arn:aws:lambda:eu-west-1:123456789012:function:${target.logicalId ?? typical(target.value)}`,
    Condition: {
      ...(sourceAccount ? { StringEquals: { 'AWS:SourceAccount': typical(sourceAccount) } } : {}),
      ...(sourceArn ? { ArnLike: { 'AWS:SourceArn': typical(sourceArn) } } : {}),
    },
  };
  return JSON.stringify(statement).length + 1;
}

function typical(value: SymbolicString): string {
  return TYPICAL.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), display(value));
}
