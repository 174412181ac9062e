import { canonical, draftOf, type Template, written } from '../../cloudformation/index.ts';
import type { ConditionTest, PolicyValue, Statement } from '../../iam/index.ts';
import { isJsonObject, type JsonObject, type JsonValue, type SamPolicyTemplate } from '../../iam/knowledge/index.ts';
import { boundParameters, policyTemplateStatements } from '../../lambda/index.ts';
import { display, referredTo, type SymbolicString } from '../../symbolic/index.ts';
import { child, type SyntaxNode } from '../../syntax/index.ts';
import { type Draft, mapping, toDraft } from '../../syntax/write/index.ts';

/** A policy document of these statements, to write. */
export function documentDraft(statements: readonly Draft[]): Draft {
  return mapping({ Version: '2012-10-17', Statement: statements });
}

/**
 * A statement to write, with what its values stand for; `undefined` where one of them cannot be written again. A resource of the
 * template that the values refer to is referred to by its ARN.
 */
function statementDraft({ effect, actions, resources, conditions }: Statement, template: Template): Draft | undefined {
  const named = listDraft(actions?.values ?? [], template);
  const on = listDraft(resources?.values ?? [], template);
  const tests = conditions.map((test) => testDraft(test, template));
  if (named === undefined || on === undefined || tests.includes(undefined)) return undefined;
  const condition = tests.length > 0 ? mapping(Object.fromEntries(tests.filter((test) => test !== undefined))) : undefined;
  return mapping({ Effect: effect, Action: named, Resource: on, Condition: condition });
}

/**
 * The statements that SAM makes of a policy template with these arguments. Where an argument is too involved to be written into an ARN,
 * the policy template's own `Fn::Sub` takes it.
 */
export function expandedStatements(
  policy: SamPolicyTemplate,
  given: SyntaxNode | undefined,
  template: Template,
): readonly Draft[] {
  const statements = policyTemplateStatements(policy, boundParameters(policy, given, template), template);
  const drafts = statements.map((statement) => statementDraft(statement, template));
  if (drafts.every((draft) => draft !== undefined)) return drafts;
  const values = new Map(policy.parameters.map(({ name }) => [name, toDraft(child(given, name))] as const));
  return policy.statements.map((statement) => jsonDraft(statement, values));
}

/** SAM's policy templates test one key with each operator. */
function testDraft({ operator, key, values }: ConditionTest, template: Template): readonly [string, Draft] | undefined {
  const draft = listDraft(values, template);
  return draft === undefined ? undefined : [operator, mapping({ [key]: draft })];
}

function listDraft(values: readonly PolicyValue[], template: Template): Draft | undefined {
  const drafts = values.map(({ value }) => draftOf(shortest(value, template)));
  if (!drafts.every((draft) => draft !== undefined)) return undefined;
  const [only, ...others] = drafts;
  return only !== undefined && others.length === 0 ? only : drafts;
}

/** The ARN by a reference, where the value refers to that resource already: a new reference might close a cycle. */
function shortest(value: SymbolicString, template: Template): SymbolicString {
  const ids = new Set(referredTo(value));
  if (ids.size === 0) return value;
  const whole = canonical(value, template);
  const short = written(whole, template, new Set([...template.resources.keys()].filter((id) => !ids.has(id))));
  return display(short) === display(whole) ? value : short;
}

/** A value of a published document to write, with the parameters of a policy template replaced by what is given for them. */
export function jsonDraft(value: JsonValue, given: ReadonlyMap<string, Draft> = new Map()): Draft {
  if (!isJsonObject(value)) return isList(value) ? value.map((item) => jsonDraft(item, given)) : value;
  const { Ref: name, 'Fn::Sub': text } = value;
  if (typeof name === 'string') return given.get(name) ?? { call: 'Ref', argument: name };
  if (text !== undefined) return { call: 'Sub', argument: jsonDraft(text, given) };
  return objectDraft(value, given);
}

/** The elements of a policy in the order in which they are usually written. */
const ORDER: readonly string[] = ['Version', 'Sid', 'Effect', 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition'];

/** The data has its keys in alphabetical order. */
function objectDraft(value: JsonObject, given: ReadonlyMap<string, Draft>): Draft {
  const rank = (key: string): number => (ORDER.includes(key) ? ORDER.indexOf(key) : ORDER.length);
  const keys = Object.keys(value).sort((a, b) => rank(a) - rank(b));
  return { entries: keys.map((key) => [key, jsonDraft(value[key] ?? null, given)] as const) };
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
