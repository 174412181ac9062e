import { type Analysis, textSpan } from '../../analysis/index.ts';
import type { Clause, PolicyValue } from '../../iam/index.ts';
import { display, knownText } from '../../symbolic/index.ts';
import type { Span } from '../../text/span.ts';
import { ESCALATIONS, type Escalation, SHARING } from './escalations.ts';
import { allowsOf, granting, isAllActions, isDenied, isUnlimited } from './grants.ts';
import type { PlacedStatement } from './policyWalk.ts';

/** Actions of a policy that together lead to more permissions. */
export interface Escalating {
  readonly placed: PlacedStatement;
  readonly span: Span;
  readonly escalation: Escalation;
}

/** The ways to more permissions that a policy opens on every resource without a condition, each where its first action stands. */
export function escalationsIn(analysis: Analysis): readonly Escalating[] {
  const open = [...allowsOf(analysis)].filter(
    ({ statement }) =>
      isUnlimited(statement) && statement.conditions.length === 0 && statement.conditionsComplete && !isAllActions(statement),
  );
  const found = open.flatMap((placed) =>
    ESCALATIONS.flatMap((escalation): readonly Escalating[] => {
      const [first, ...others] = escalation.actions;
      const part = granting(placed.statement, first);
      const together = open.filter(({ site }) => site === placed.site);
      const isAll = others.every((action) => together.some(({ statement }) => granting(statement, action)));
      if (!part || !isAll || escalation.actions.some((action) => isDenied(placed, action))) return [];
      return [{ placed, span: spanOf(part), escalation }];
    }),
  );
  // One pattern often opens several ways; the first says enough.
  return found.filter(({ span }, i) => found.findIndex((other) => other.span.start === span.start) === i);
}

function spanOf(part: PolicyValue | Clause): Span {
  return 'negated' in part ? part.key.span : textSpan(part.node, knownText(part.value) ?? '');
}

/** An action with which a Deny of the same policy can be got around. */
export interface Bypass {
  readonly placed: PlacedStatement;
  readonly span: Span;
  /** As written. */
  readonly text: string;
  /** The action that shares the resource. */
  readonly sharing: string;
}

/** Every grant of an action that shares resources of a service of which the policy denies other actions. */
export function bypassesIn(analysis: Analysis): readonly Bypass[] {
  return [...allowsOf(analysis)].flatMap((placed): readonly Bypass[] => {
    if (!isUnlimited(placed.statement) || isAllActions(placed.statement)) return [];
    const denied = deniedServices(placed);
    const sharing = SHARING.find(
      (action) => denied.has(action.split(':')[0] ?? '') && granting(placed.statement, action) && !isDenied(placed, action),
    );
    const part = sharing === undefined ? undefined : granting(placed.statement, sharing);
    if (sharing === undefined || !part) return [];
    return [{ placed, span: spanOf(part), text: 'negated' in part ? part.key.text : display(part.value), sharing }];
  });
}

/** The services of which the policy denies actions on everything, without a condition. */
function deniedServices({ site }: PlacedStatement): ReadonlySet<string> {
  const denies = site.document.statements.filter(
    (statement) =>
      statement.effect === 'Deny' &&
      statement.conditions.length === 0 &&
      statement.actions?.negated === false &&
      isUnlimited(statement),
  );
  const names = denies.flatMap(
    ({ actions }) => actions?.values.map(({ value }) => display(value).split(':')[0]?.toLowerCase() ?? '') ?? [],
  );
  return new Set(names);
}
