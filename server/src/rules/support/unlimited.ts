import { type Analysis, textSpan } from '../../analysis/index.ts';
import { display } from '../../symbolic/index.ts';
import type { Span } from '../../text/span.ts';
import { allowsOf, granting, hasConditionOn, isAllActions, isUnlimited } from './grants.ts';
import type { PlacedStatement } from './policyWalk.ts';

/** A statement that grants an action without a limit. */
export interface Unlimited {
  readonly placed: PlacedStatement;
  /** The action's value, or the key of `NotAction`. */
  readonly span: Span;
  /** As written. */
  readonly text: string;
}

/** What counts as a limit: condition keys, and resources that are not as wide as the pattern. A key may end with `*`. */
interface Limits {
  readonly keys: readonly string[];
  readonly wide: RegExp;
}

/** The statements of identity policies that grant an action without a limit. Those that grant everything are left to another rule. */
export function unlimitedGrantsOf(analysis: Analysis, action: string, { keys, wide }: Limits): readonly Unlimited[] {
  return [...allowsOf(analysis)].flatMap((placed) => {
    const { statement } = placed;
    const part = granting(statement, action);
    if (!part || isAllActions(statement) || !isUnlimited(statement, wide)) return [];
    const prefixes = keys.filter((key) => key.endsWith('*')).map((key) => key.slice(0, -1).toLowerCase());
    const hasPrefix = statement.conditions.some(({ key }) => prefixes.some((prefix) => key.toLowerCase().startsWith(prefix)));
    if (hasPrefix || hasConditionOn(statement, keys) !== 'no') return [];
    if ('negated' in part) return [{ placed, span: part.key.span, text: part.key.text }];
    const text = display(part.value);
    return [{ placed, span: textSpan(part.node, text), text }];
  });
}
