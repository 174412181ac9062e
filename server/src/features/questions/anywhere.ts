import { canonical } from '../../cloudformation/index.ts';
import { type ActionInfo, matchesAction } from '../../iam/index.ts';
import type { Grant } from '../../lambda/index.ts';
import { mayApplyTo } from '../../rules/support/arnFormats.ts';
import { display, literal, type SymbolicString } from '../../symbolic/index.ts';
import { type Asking, judge, type Ruling } from './judge.ts';
import { ofArn, type Target } from './resourceAsked.ts';

/** What a role says of one of the resources that its statements name. */
export interface Somewhere {
  readonly target: Target;
  readonly ruling: Ruling;
}

/** Wherever the statements of a function's execution role may allow an action: each resource that they name for it, with the ruling on it. */
export function everywhere(action: ActionInfo, asking: Asking): readonly Somewhere[] {
  const { owner, template, analysis } = asking;
  const targets = new Map<string, Target>();
  for (const value of owner.role.grants.flatMap((grant) => namedBy(grant, action))) {
    const on = canonical(value, template);
    const isFit = action.resources.length === 0 || mayApplyTo(action, on, analysis.knowledge.iam);
    if (isFit) targets.set(display(on), { ...ofArn(on, template), on, written: value });
  }
  return [...targets.values()].map((target) => ({ target, ruling: judge(action.id, target, 'it', asking) }));
}

/** The resources of a statement that perhaps allows the action; one that leaves some out may be about any. */
function namedBy({ statement: { effect, actions, resources } }: Grant, { id }: ActionInfo): readonly SymbolicString[] {
  if (effect === 'Deny' || !actions || matchesAction(actions, id) === 'no') return [];
  if (!resources || resources.negated) return [literal('*')];
  return resources.values.map(({ value }) => value);
}
