import { consequencesOf, type Template } from '../../cloudformation/index.ts';
import { contradicts, every, follows, type Guard, type Ternary } from '../../symbolic/index.ts';
import type { InvokePermission, LambdaFunction, Trigger, Verdict } from '../model.ts';
import type { RoleKnowledge } from '../roles/index.ts';
import { permissionsAbout } from './all.ts';
import { ASPECTS, type Call, JUDGES } from './aspects.ts';
import { verdictOfPolicies } from './resourcePolicy.ts';
import { mayGrantElsewhere } from './unseen.ts';

/** What the verdicts on one function's triggers are reached with. */
export interface Context {
  readonly fn: LambdaFunction;
  readonly template: Template;
  readonly knowledge: RoleKnowledge;
}

/** Whether some permission lets the call in, and which do for certain. */
export function grantsOf(
  call: Call,
  trigger: Trigger,
  { fn, template }: Pick<Context, 'fn' | 'template'>,
  isUsable: (permission: InvokePermission) => boolean = () => true,
): { readonly answer: Ternary; readonly grantedBy: readonly InvokePermission[] } {
  const grantedBy: InvokePermission[] = [];
  let answer: Ternary = 'no';
  for (const permission of permissionsAbout(template, fn.resource).filter(isUsable)) {
    const one = permits(permission, call, trigger, template);
    if (one === 'yes') grantedBy.push(permission);
    if (one === 'unknown') answer = 'unknown';
  }
  return { answer: grantedBy.length > 0 ? 'yes' : answer, grantedBy };
}

function permits(permission: InvokePermission, call: Call, trigger: Trigger, template: Template): Ternary {
  const isThere = existsWith(permission.guard, trigger.guard, template);
  if (isThere === 'no') return 'no';
  const answers: Ternary[] = [isThere];
  for (const aspect of ASPECTS) {
    const answer = JUDGES[aspect](permission, call, template);
    if (answer === 'no') return 'no';
    answers.push(answer);
  }
  return every(answers);
}

/** Whether a permission is there when the trigger is: one under a condition of its own may be missing. */
function existsWith(guard: Guard, given: Guard, template: Template): Ternary {
  if (guard.length === 0) return 'yes';
  const known = consequencesOf(given, template);
  if (follows(guard, known)) return 'yes';
  return contradicts(consequencesOf(guard, template), known) ? 'no' : 'unknown';
}

/**
 * The verdict on a call: by the permissions, and by a whole policy of the function where the template has one. `missing` only where
 * nothing else may grant it.
 */
export function verdictOf(answer: Ternary, call: Call, trigger: Trigger, { fn, template }: Context): Verdict {
  const policy = verdictOfPolicies(call, trigger.guard, template);
  if (policy === 'denied') return policy;
  if (answer === 'yes' || policy === 'granted') return 'granted';
  const isCertain = answer === 'no' && policy !== 'unknown' && !mayGrantElsewhere(fn, template);
  return isCertain ? 'missing' : 'unknown';
}
