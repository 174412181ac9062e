import type { AccessLevel, IamKnowledge, Statement } from '../iam/index.ts';
import type { Grant } from '../lambda/index.ts';
import { display, knownText } from '../symbolic/index.ts';

/** What a role's statements say about one service at one access level. */
export interface Access {
  readonly effect: Statement['effect'];
  /** The prefix of the service's actions, `sqs`; `*` for every service. */
  readonly service: string;
  /** As people call it: `Amazon SQS`. */
  readonly title: string;
  /** `undefined` for every level at once, and for actions that are not known. */
  readonly level: AccessLevel | undefined;
  /** As written, each once: `sqs:SendMessage*`. */
  readonly actions: readonly string[];
  /** As explain shows partly known strings. */
  readonly resources: readonly string[];
  /** Where the statements come from, as `Grant.label` names it. */
  readonly grantedBy: readonly string[];
  /** Whether all of it is SAM's doing: nobody wrote it. */
  readonly isImplicit: boolean;
}

const LEVELS: readonly (AccessLevel | undefined)[] = ['List', 'Read', 'Write', 'Tagging', 'Permissions management', undefined];

/** What the statements of a role allow and deny, by service and access level; what is denied comes last. */
export function accountOf(grants: readonly Grant[], iam: IamKnowledge): readonly Access[] {
  const groups = new Map<string, Mutable>();
  for (const grant of grants) {
    for (const part of partsOf(grant.statement, iam)) addTo(groups, part, grant);
  }
  const accesses = [...groups.values()].map((group) => toAccess(group, iam));
  const rank = ({ effect, level }: Access): number => EFFECTS.indexOf(effect) * LEVELS.length + LEVELS.indexOf(level);
  return accesses.sort((a, b) => byEffect(a, b) || a.title.localeCompare(b.title, 'en') || rank(a) - rank(b));
}

const EFFECTS: readonly Statement['effect'][] = ['Allow', 'unknown', 'Deny'];

function byEffect(a: Access, b: Access): number {
  return EFFECTS.indexOf(a.effect) - EFFECTS.indexOf(b.effect);
}

/** An action of a statement at one level; a pattern has several. */
interface Part {
  readonly service: string;
  readonly level: AccessLevel | undefined;
  readonly action: string;
}

function partsOf({ actions }: Statement, iam: IamKnowledge): readonly Part[] {
  if (!actions) return [];
  const texts = actions.values.map(({ value }) => knownText(value) ?? display(value));
  if (actions.negated) return [{ service: '*', level: undefined, action: `everything but ${texts.join(', ')}` }];
  return texts.flatMap((action) => {
    const service = action.slice(0, Math.max(0, action.indexOf(':'))).toLowerCase();
    if (!iam.service(service)) return [{ service: '*', level: undefined, action }];
    return [...levelsOf(action, iam)].map((level) => ({ service, level, action }));
  });
}

function levelsOf(action: string, iam: IamKnowledge): ReadonlySet<AccessLevel | undefined> {
  if (/:\*$/.test(action)) return new Set([undefined]);
  const names: readonly string[] = /[*?]/.test(action) ? iam.actionsMatching(action) : [action];
  return new Set(names.map((name) => iam.accessLevel(name)));
}

interface Mutable extends Omit<Part, 'action'> {
  readonly effect: Statement['effect'];
  readonly actions: Set<string>;
  readonly resources: Set<string>;
  readonly labels: Set<string>;
  isImplicit: boolean;
}

function addTo(groups: Map<string, Mutable>, { service, level, action }: Part, { statement, source, label }: Grant): void {
  const key = `${statement.effect} ${service} ${level}`;
  const group: Mutable = groups.get(key) ?? {
    service,
    level,
    effect: statement.effect,
    actions: new Set(),
    resources: new Set(),
    labels: new Set(),
    isImplicit: true,
  };
  groups.set(key, group);
  group.actions.add(action);
  for (const { value } of statement.resources?.values ?? []) group.resources.add(display(value));
  group.labels.add(label);
  if (source !== 'sam-implicit') group.isImplicit = false;
}

function toAccess({ effect, service, level, actions, resources, labels, isImplicit }: Mutable, iam: IamKnowledge): Access {
  const title = service === '*' ? 'Every service' : (iam.service(service)?.title ?? service);
  return { effect, service, title, level, actions: [...actions], resources: [...resources], grantedBy: [...labels], isImplicit };
}
