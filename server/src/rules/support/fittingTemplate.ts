import type { Analysis } from '../../analysis/index.ts';
import { arnReference, canonical, draftOf, nameReference, type Resource, type Template } from '../../cloudformation/index.ts';
import { type AccessLevel, decide, type IamKnowledge, type Statement } from '../../iam/index.ts';
import type { SamPolicyTemplate } from '../../iam/knowledge/index.ts';
import { policyTemplateStatements } from '../../lambda/index.ts';
import { display, knownText, literal, referredTo, type SymbolicString } from '../../symbolic/index.ts';
import { type Draft, mapping } from '../../syntax/write/index.ts';

/** Actions that are wanted on one resource, and the resource as the author would write it. */
export interface WantedOn {
  readonly actions: readonly string[];
  readonly on: SymbolicString;
}

/** A SAM policy template that grants what is wanted, and the entry of `Policies` that uses it. */
export interface FittingTemplate {
  readonly name: string;
  readonly entry: Draft;
}

/**
 * The narrowest of SAM's policy templates that grants all that is wanted, on no other resource of the template, and with no access of
 * a level that is not wanted.
 */
export function fittingTemplate(
  wanted: readonly WantedOn[],
  { template, knowledge: { iam, samPolicyTemplates } }: Analysis,
): FittingTemplate | undefined {
  const resource = template && namedResource(wanted, template);
  if (!template || !resource) return undefined;
  const services = new Set(wanted.flatMap(({ actions }) => actions.map(serviceOf)));
  const levels = levelsOf(
    wanted.flatMap(({ actions }) => actions),
    iam,
  );
  const fitting = samPolicyTemplates.names().flatMap((name) => {
    const policy = samPolicyTemplates.template(name);
    const bindings = policy && mayBeAbout(policy, services) ? bindingsFor(policy, resource) : undefined;
    if (!policy || !bindings) return [];
    const statements = policyTemplateStatements(policy, bindings, template);
    const actions = statements.flatMap(actionsOf);
    const isNarrow = [...levelsOf(actions, iam)].every((level) => levels.has(level));
    return isNarrow && grantsAll(statements, wanted, template) ? [{ policy, bindings, size: actions.length }] : [];
  });
  const [best] = fitting.sort((a, b) => a.size - b.size);
  return best && { name: best.policy.name, entry: entryFor(best.policy, best.bindings) };
}

/** The only resource of the template that the wanted actions are on. */
function namedResource(wanted: readonly WantedOn[], template: Template): Resource | undefined {
  const [only, ...others] = new Set(wanted.flatMap(({ on }) => referredTo(on)));
  return only !== undefined && others.length === 0 ? template.resources.get(only) : undefined;
}

function serviceOf(action: string): string {
  return action.slice(0, action.indexOf(':'));
}

/** Cheap: most policy templates are about other services. */
function mayBeAbout({ statements }: SamPolicyTemplate, services: ReadonlySet<string>): boolean {
  return statements.every(({ Action: actions }) =>
    (Array.isArray(actions) ? actions : [actions]).every(
      (action) => typeof action === 'string' && services.has(serviceOf(action)),
    ),
  );
}

type Bindings = ReadonlyMap<string, SymbolicString>;

/** The values that the parameters take for a resource; nothing for a policy template about something else than the resource. */
function bindingsFor({ parameters }: SamPolicyTemplate, resource: Resource): Bindings | undefined {
  const name = nameReference(resource);
  const bound = parameters.map(({ name: parameter }): readonly [string, SymbolicString | undefined] => {
    // The label of a table's stream is only known after deployment.
    if (parameter === 'StreamName' && parameters.length > 1) return [parameter, literal('*')];
    if (/Arn$/.test(parameter)) return [parameter, arnReference(resource)];
    return [parameter, /(?:Name|KeyId)$/.test(parameter) ? name : undefined];
  });
  const known = bound.flatMap(([parameter, value]) => (value ? [[parameter, value] as const] : []));
  return known.length > 0 && known.length === parameters.length ? new Map(known) : undefined;
}

function actionsOf({ actions }: Statement): readonly string[] {
  return (actions?.values ?? []).flatMap(({ value }) => knownText(value) ?? []);
}

/** Some of SAM's policy templates name actions that do not exist (`sqs:DeleteMessageBatch`), which have no level. */
function levelsOf(actions: readonly string[], iam: IamKnowledge): ReadonlySet<AccessLevel> {
  const names = actions.flatMap((action): readonly string[] => (/[*?]/.test(action) ? iam.actionsMatching(action) : [action]));
  return new Set(names.flatMap((name) => iam.accessLevel(name) ?? []));
}

function grantsAll(statements: readonly Statement[], wanted: readonly WantedOn[], template: Template): boolean {
  const grants = statements.map((statement) => ({ statement, guard: [] }));
  const names = (value: SymbolicString): SymbolicString => canonical(value, template);
  return wanted.every(({ actions, on }) =>
    actions.every((action) => {
      const { verdict } = decide(grants, { action, resource: names(on), canonical: names });
      // An action that takes no resource may well be written with one.
      return verdict === 'granted' || (verdict === 'unknown' && display(on) === '*');
    }),
  );
}

function entryFor({ name, parameters }: SamPolicyTemplate, bindings: Bindings): Draft {
  const given = parameters.map((parameter) => {
    const value = bindings.get(parameter.name);
    return [parameter.name, value && draftOf(value)] as const;
  });
  return mapping({ [name]: mapping(Object.fromEntries(given)) });
}
