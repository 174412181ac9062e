import { type Analysis, textSpan } from '../../analysis/index.ts';
import { canonical } from '../../cloudformation/index.ts';
import type { ActionInfo, IamKnowledge, PolicyValue } from '../../iam/index.ts';
import { onceFor } from '../../incremental/once.ts';
import { knownText, type SymbolicString } from '../../symbolic/index.ts';
import type { Span } from '../../text/span.ts';
import { mayApplyTo } from './arnFormats.ts';
import { type PlacedStatement, statementsOf } from './policyWalk.ts';

/** An action of a statement that works on none of the statement's resources. */
export interface Misfit extends PlacedStatement {
  /** As written. */
  readonly actionText: string;
  /** `undefined` for a pattern of which no action fits. */
  readonly action: ActionInfo | undefined;
  readonly resources: readonly SymbolicString[];
  /** The resource where it is the only one for the only action, else the action. */
  readonly span: Span;
}

/** Every action that certainly works on no resource of its statement. */
export const misfitsOf: (analysis: Analysis) => readonly Misfit[] = onceFor((analysis) =>
  statementsOf(analysis).flatMap((placed) => misfitsIn(placed, analysis)),
);

function misfitsIn(placed: PlacedStatement, { template, knowledge: { iam } }: Analysis): readonly Misfit[] {
  const { actions, resources } = placed.statement;
  if (!actions || actions.negated || !resources || resources.negated || !resources.complete) return [];
  const [only, ...others] = resources.values;
  if (!only) return [];
  const targets = resources.values.map(({ value }) => (template ? canonical(value, template) : value));
  return actions.values.flatMap((value) => {
    const actionText = knownText(value.value);
    const infos = actionText === undefined ? [] : namedActions(actionText, iam);
    if (actionText === undefined || infos.length === 0) return [];
    if (infos.some((info) => targets.some((target) => mayApplyTo(info, target, iam)))) return [];
    const action = /[*?]/.test(actionText) ? undefined : infos[0];
    const isAlone = others.length === 0 && actions.values.length === 1;
    const span = spanOf(isAlone ? only : value);
    return [{ ...placed, actionText, action, resources: resources.values.map(({ value: resource }) => resource), span }];
  });
}

function spanOf({ node, value }: PolicyValue): Span {
  return textSpan(node, knownText(value) ?? '');
}

/** What a name or pattern stands for; nothing where a part of it is not known. */
function namedActions(text: string, iam: IamKnowledge): readonly ActionInfo[] {
  if (/^[^:]*[*?]/.test(text)) return [];
  const names = /[*?]/.test(text) ? iam.actionsMatching(text) : [text];
  const infos = names.map((name) => iam.action(name));
  return infos.includes(undefined) ? [] : infos.filter((info) => info !== undefined);
}
