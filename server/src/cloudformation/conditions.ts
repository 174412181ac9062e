import { documentFact, sameEntries } from '../incremental/facts.ts';
import { every, type Guard, not, some, type Ternary } from '../symbolic/index.ts';
import type { SyntaxNode } from '../syntax/index.ts';
import { argumentItems, argumentText, intrinsicOf } from './intrinsics.ts';
import type { Template } from './template.ts';

/** What is known of the conditions of a template, by name. */
type Known = Map<string, boolean>;

/** The conditions of a template, and what was deduced of them so far. */
interface Deductions {
  readonly conditions: ReadonlyMap<string, SyntaxNode>;
  readonly byGuard: Map<string, Guard>;
}

const deductionsIn = documentFact(
  ({ conditions }: Template): Deductions => ({ conditions: new Map(conditions), byGuard: new Map() }),
  (before, now) => sameEntries(before.conditions, now.conditions),
);

/**
 * What a guard says of every condition of the template: its own terms first, then what follows from how the conditions are made of each
 * other with `Fn::And`, `Fn::Or` and `Fn::Not`. What they compare is not looked at.
 */
export function consequencesOf(guard: Guard, template: Template): Guard {
  if (guard.length === 0) return guard;
  const key = guard.map(({ condition, holds }) => `${holds ? '' : '!'}${condition}`).join(' ');
  const { conditions, byGuard } = deductionsIn(template);
  const found = byGuard.get(key) ?? deduce(guard, conditions);
  byGuard.set(key, found);
  return found;
}

function deduce(guard: Guard, conditions: Deductions['conditions']): Guard {
  const known: Known = new Map(guard.map(({ condition, holds }) => [condition, holds]));
  let before = 0;
  while (known.size > before) {
    before = known.size;
    for (const [name, node] of conditions) {
      const value = known.get(name) ?? BOOLEAN[answerOf(node, known)];
      if (value === undefined) continue;
      known.set(name, value);
      learn(node, value, known);
    }
  }
  return [...known].map(([condition, holds]) => ({ condition, holds }));
}

const BOOLEAN: Readonly<Record<Ternary, boolean | undefined>> = { yes: true, no: false, unknown: undefined };
const DEEPEST = 20;

/** What an expression amounts to where some conditions are known. */
function answerOf(node: SyntaxNode, known: Known, depth = 0): Ternary {
  const call = intrinsicOf(node);
  if (!call || depth > DEEPEST) return 'unknown';
  if (call.name === 'Condition') {
    const value = known.get(argumentText(call) ?? '');
    return value === undefined ? 'unknown' : value ? 'yes' : 'no';
  }
  const values = (argumentItems(call) ?? []).map((item) => answerOf(item, known, depth + 1));
  if (values.length === 0) return 'unknown';
  if (call.name === 'Fn::And') return every(values);
  if (call.name === 'Fn::Or') return some(values);
  return call.name === 'Fn::Not' ? not(every(values)) : 'unknown';
}

/** What follows for the parts of an expression from its value: all of `Fn::And` hold where it does, none of `Fn::Or` where it does not. */
function learn(node: SyntaxNode, value: boolean, known: Known, depth = 0): void {
  const call = intrinsicOf(node);
  if (!call || depth > DEEPEST) return;
  const name = call.name === 'Condition' ? argumentText(call) : undefined;
  if (name !== undefined && !known.has(name)) known.set(name, value);
  const isSettled = call.name === 'Fn::Not' || (call.name === 'Fn::And' && value) || (call.name === 'Fn::Or' && !value);
  if (!isSettled) return;
  for (const item of argumentItems(call) ?? []) learn(item, call.name === 'Fn::Not' ? !value : value, known, depth + 1);
}
