import type { Analysis } from '../../analysis/index.ts';
import { canonical, draftOf, nameReference, type Template } from '../../cloudformation/index.ts';
import type { Statement } from '../../iam/index.ts';
import type { SamPolicyTemplate } from '../../iam/knowledge/index.ts';
import { policyTemplateStatements } from '../../lambda/index.ts';
import { display, referredTo, type SymbolicString } from '../../symbolic/index.ts';
import { type Draft, getAtt, mapping, ref, sub } from '../../syntax/write/index.ts';
import { matchAll, type Pair, placeholder } from './placeholders.ts';

/** A SAM policy template that stands for exactly some statements, and the entry of `Policies` that uses it. */
export interface EqualTemplate {
  readonly name: string;
  readonly entry: Draft;
}

/** The policy template that stands for just these statements: the same actions on the same resources, nothing more or less. */
export function equalTemplate(
  statements: readonly Statement[],
  { template, knowledge: { samPolicyTemplates } }: Analysis,
): EqualTemplate | undefined {
  if (!template || !statements.every(isPlain)) return undefined;
  for (const name of samPolicyTemplates.names()) {
    const policy = samPolicyTemplates.template(name);
    const entry = policy?.statements.length === statements.length ? entryFor(policy, statements, template) : undefined;
    if (entry) return { name, entry };
  }
  return undefined;
}

/** Whether nothing but the actions and resources tells one statement from another. */
function isPlain({ effect, actions, resources, conditions, conditionsComplete, principals, guard }: Statement): boolean {
  return (
    effect === 'Allow' &&
    conditions.length === 0 &&
    conditionsComplete &&
    !principals &&
    guard.length === 0 &&
    [actions, resources].every(
      (clause) => clause && !clause.negated && clause.complete && clause.values.every((value) => value.guard.length === 0),
    )
  );
}

function entryFor(policy: SamPolicyTemplate, statements: readonly Statement[], template: Template): Draft | undefined {
  const pairs = pairsOf(policy, statements, template);
  const captured = pairs && matchAll(pairs);
  if (!captured) return undefined;
  const given = policy.parameters.map(({ name }) => {
    const text = captured.get(name);
    return [name, text === undefined ? undefined : argument(text, statements, template)] as const;
  });
  return given.every(([, draft]) => draft !== undefined)
    ? mapping({ [policy.name]: mapping(Object.fromEntries(given)) })
    : undefined;
}

/** Each statement of the policy template with the one that has the same actions; nothing unless all have one. */
function pairsOf(policy: SamPolicyTemplate, statements: readonly Statement[], template: Template): readonly Pair[] | undefined {
  const byActions = new Map(statements.map((statement) => [actionKey(statement), statement]));
  if (!policy.statements.every(({ Action: actions }) => byActions.has(keyOf(Array.isArray(actions) ? actions : [actions]))))
    return undefined;
  const open = new Map(policy.parameters.map(({ name }) => [name, placeholder(name)] as const));
  const patterns = policyTemplateStatements(policy, open, template);
  if (byActions.size !== patterns.length || !patterns.every(isPlain)) return undefined;
  return patterns.map((pattern) => ({
    patterns: resourcesOf(pattern),
    texts: resourcesOf(byActions.get(actionKey(pattern)), (value) => canonical(value, template)),
  }));
}

function actionKey({ actions }: Statement): string {
  return keyOf((actions?.values ?? []).map(({ value }) => display(value)));
}

function keyOf(actions: readonly unknown[]): string {
  return actions
    .map((action) => String(action).toLowerCase())
    .sort()
    .join();
}

function resourcesOf(
  statement: Statement | undefined,
  spelling: (value: SymbolicString) => SymbolicString = (value) => value,
): readonly string[] {
  return (statement?.resources?.values ?? []).map(({ value }) => display(spelling(value)));
}

/** A name that belongs to a resource which the statements refer to is given by a reference to it. */
function argument(text: string, statements: readonly Statement[], template: Template): Draft | undefined {
  const values = statements.flatMap(({ resources }) => resources?.values ?? []);
  for (const id of values.flatMap(({ value }) => referredTo(value))) {
    const resource = template.resources.get(id);
    const name = resource && nameReference(resource);
    if (name && display(canonical(name, template)) === text) return draftOf(name);
  }
  if (!text.includes('${')) return text;
  const [, id, attribute] = /^\$\{([\w:]+)(?:\.([\w.]+))?\}$/.exec(text) ?? [];
  if (id === undefined) return sub(text);
  return attribute === undefined ? ref(id) : getAtt(id, attribute);
}
