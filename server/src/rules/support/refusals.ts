import { type Analysis, type Knowledge, viewOfResource, viewOfTemplate } from '../../analysis/index.ts';
import type { Resource, Template } from '../../cloudformation/index.ts';
import { factGiven, sameMembers } from '../../incremental/facts.ts';
import { onceFor } from '../../incremental/once.ts';
import type { FunctionPermissions, InvokePermission, Invoker, NearMiss, Trigger } from '../../lambda/index.ts';
import { concat, display, isSame, ofHole, type SymbolicString } from '../../symbolic/index.ts';
import { hasAuthMismatch, isHalfGranted } from './functionUrls.ts';
import { qualifierNearMiss, wrongProperty } from './nearMiss.ts';
import { invokersFor, isPerhapsLetIn } from './permissions.ts';

/** A call that the function's resource-based policy refuses, or several at one place that one permission lets in. */
export interface Refusal {
  readonly owner: FunctionPermissions;
  readonly verdict: 'missing' | 'denied';
  /** With a source ARN that stands for the calls together. */
  readonly trigger: Trigger;
  /** From how many sources they come, as routes that share an integration. */
  readonly calls: number;
  /** What is nearly right for all of them; the nearest first. */
  readonly nearMisses: readonly NearMiss[];
  /** The nearest one of the template, where it serves no other trigger and can be mended. */
  readonly nearMiss: NearMiss | undefined;
}

/** The calls that services would make in vain, in the order of the functions. */
export const refusalsOf = onceFor((analysis: Analysis): readonly Refusal[] => {
  const isUseful = (permission: InvokePermission): boolean =>
    invokersFor(permission, analysis).some((invoker) => isPerhapsLetIn(invoker, permission));
  return analysis.permissions.functions.flatMap((owner) =>
    together(owner.invokers.filter((invoker) => isRefused(invoker, analysis))).flatMap(({ first, trigger, calls }) => {
      if (first.verdict !== 'missing' && first.verdict !== 'denied') return [];
      const { verdict, nearMisses } = first;
      const nearMiss = nearMisses.find(({ permission }) => permission.origin === 'template' && !isUseful(permission));
      return [{ owner, verdict, trigger, calls, nearMisses, nearMiss }];
    }),
  );
});

/** Whether some trigger nearly gets in by the permission. */
export function isNearMiss(permission: InvokePermission, { template, knowledge }: Analysis): boolean {
  return template !== undefined && isNearMissIn(template, permission, knowledge);
}

/**
 * Whether the mistake in the permission is found at a trigger that it nearly lets in: only the principal or only the source is wrong, which
 * is told at the property, with the trigger in mind.
 */
export function isMendedForTrigger(permission: InvokePermission, { template, knowledge }: Analysis): boolean {
  return template !== undefined && isMendedIn(template, permission, knowledge);
}

const isNearMissIn = factGiven((template: Template, permission: InvokePermission, knowledge: Knowledge) =>
  nearMissesIn(template, template.lineage, knowledge).has(permission),
);

const nearMissesIn = factGiven((template: Template, _lineage: object, knowledge: Knowledge): ReadonlySet<InvokePermission> => {
  const { functions } = viewOfTemplate(template, knowledge).permissions;
  const all = functions.flatMap(({ invokers }) => invokers.flatMap(({ nearMisses }) => nearMisses));
  return new Set(all.map(({ permission }) => permission));
}, sameMembers);

const isMendedIn = factGiven((template: Template, permission: InvokePermission, knowledge: Knowledge) =>
  mendedIn(template, template.lineage, knowledge).has(permission),
);

const mendedIn = factGiven((template: Template, _lineage: object, knowledge: Knowledge): ReadonlySet<InvokePermission> => {
  const { functions } = viewOfTemplate(template, knowledge).permissions;
  return new Set(functions.flatMap(({ fn }) => mendedFor(template, fn.resource, knowledge)));
}, sameMembers);

const mendedFor = factGiven((template: Template, fn: Resource, knowledge: Knowledge): readonly InvokePermission[] =>
  refusalsOf(viewOfResource(template, fn, knowledge)).flatMap(({ nearMiss }) => {
    const property = nearMiss && wrongProperty(nearMiss);
    return nearMiss && (property === 'Principal' || property === 'SourceArn') ? [nearMiss.permission] : [];
  }),
);

/** Half of what a function URL needs, and permissions for another type of URL, are mistakes of their own. */
function isRefused(invoker: Invoker, analysis: Analysis): boolean {
  if (invoker.trigger.definition.mechanism !== 'resource-policy') return false;
  return !isHalfGranted(invoker) && !hasAuthMismatch(invoker, analysis);
}

/** Whether the only thing wrong is that the permission is on the function and the trigger on an alias or version, or the reverse. */
export function isQualifierMismatch({ nearMisses }: Pick<Refusal, 'nearMisses'>): boolean {
  return qualifierNearMiss(nearMisses) !== undefined;
}

interface Together {
  readonly first: Invoker;
  readonly trigger: Trigger;
  readonly calls: number;
}

/** Calls that are written at one place and that one source ARN can stand for. */
function together(invokers: readonly Invoker[]): readonly Together[] {
  const groups = new Map<string, Together>();
  for (const invoker of invokers) {
    const key = placeOf(invoker);
    const group = groups.get(key);
    const trigger = group && joinedTrigger(group.trigger, invoker.trigger);
    if (group && trigger) groups.set(key, { ...joined(group, invoker), trigger });
    else groups.set(group ? `${key} ${groups.size}` : key, { first: invoker, trigger: invoker.trigger, calls: 1 });
  }
  return [...groups.values()];
}

function placeOf({ verdict, trigger: { span, definition, target, guard } }: Invoker): string {
  const { qualifier } = target;
  return JSON.stringify([span.start, span.end, verdict, definition.id, qualifier ? display(qualifier) : '', guard]);
}

/** Only what is nearly right for both is nearly right for the two together. */
function joined({ first, trigger, calls }: Together, { nearMisses, trigger: { source } }: Invoker): Omit<Together, 'trigger'> {
  const isSharedBy = ({ permission, differs }: NearMiss): boolean =>
    nearMisses.some((other) => other.permission === permission && other.differs.join() === differs.join());
  const isNew = source && trigger.source && !isSame(source, trigger.source);
  return { first: { ...first, nearMisses: first.nearMisses.filter(isSharedBy) }, calls: isNew ? calls + 1 : calls };
}

function joinedTrigger(one: Trigger, { source: other }: Trigger): Trigger | undefined {
  if (!one.source && !other) return one;
  const source = one.source && other && commonSource(one.source, other);
  return source && { ...one, source };
}

/** The narrowest pattern that covers two source ARNs of one API: what they share, and a `*` for what differs. */
function commonSource(a: SymbolicString, b: SymbolicString): SymbolicString | undefined {
  if (isSame(a, b)) return a;
  const [left, right] = [stepsOf(a), stepsOf(b)];
  const most = Math.min(left.length, right.length) - 1;
  const shared = (at: (steps: readonly SymbolicString[], i: number) => SymbolicString | undefined, limit: number): number => {
    for (let i = 0; i < limit; i++) {
      const [one, other] = [at(left, i), at(right, i)];
      if (!one || !other || !isSame(one, other)) return i;
    }
    return limit;
  };
  const before = shared((steps, i) => steps[i], most);
  const behind = shared((steps, i) => steps.at(-1 - i), most - before);
  if (before === 0) return undefined;
  const steps = [...left.slice(0, before), '*', ...(behind === 0 ? [] : left.slice(-behind))];
  return concat(steps.flatMap((step, i) => (i === 0 ? [step] : ['/', step])));
}

/** The pieces between the slashes. */
function stepsOf({ parts, origin }: SymbolicString): readonly SymbolicString[] {
  const steps: SymbolicString[] = [concat([], origin)];
  for (const part of parts) {
    const [head = '', ...others] = part.kind === 'text' ? part.text.split('/') : [ofHole(part.hole)];
    steps.push(concat([steps.pop() ?? '', head]), ...others.map((text) => concat([text])));
  }
  return steps;
}
