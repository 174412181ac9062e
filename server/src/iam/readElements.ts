import { conjoin, type Guard, knownText, type ListItem, literal, readList, type ValueReader } from '../symbolic/index.ts';
import { type Entry, entryOf, type MappingNode, type SyntaxNode } from '../syntax/index.ts';
import type { Clause, ConditionTest, PolicyValue, Principal, PrincipalClause } from './policy.ts';

interface ValuesReading {
  readonly values: readonly PolicyValue[];
  readonly complete: boolean;
}

/** `Action` or `NotAction`, `Resource` or `NotResource`; `undefined` where the statement has neither. */
export function readClause(statement: MappingNode, name: 'Action' | 'Resource', reader: ValueReader): Clause | undefined {
  const found = oneOf(statement, name, reader);
  if (!found) return undefined;
  const { entry, negated, alone } = found;
  const { values, complete } = readValues(entry.value, reader);
  return { negated, values, complete: complete && alone, key: entry.key, node: entry.value ?? entry.key };
}

/** `Principal` or `NotPrincipal`: a mapping of types to values, or `"*"`. */
export function readPrincipals(statement: MappingNode, reader: ValueReader): PrincipalClause | undefined {
  const found = oneOf(statement, 'Principal', reader);
  if (!found) return undefined;
  const { entry, negated, alone } = found;
  const list = readList(entry.value, reader);
  const readings = list.items.map((item) => principalsOf(item, reader));
  return {
    negated,
    principals: readings.flatMap(({ principals }) => principals),
    complete: alone && entry.value !== undefined && list.complete && readings.every(({ complete }) => complete),
    key: entry.key,
    node: entry.value ?? entry.key,
  };
}

interface FoundElement {
  readonly entry: Entry;
  readonly negated: boolean;
  /** False when the statement has both forms, which IAM rejects: nothing is certain then. */
  readonly alone: boolean;
}

function oneOf(statement: MappingNode, name: string, reader: ValueReader): FoundElement | undefined {
  const plain = presentEntry(statement, name, reader);
  const negated = presentEntry(statement, `Not${name}`, reader);
  const entry = plain ?? negated;
  return entry && { entry, negated: entry === negated, alone: !plain || !negated };
}

/** The entry, unless its value certainly vanishes (`AWS::NoValue`). */
export function presentEntry(node: MappingNode, key: string, reader: ValueReader): Entry | undefined {
  const entry = entryOf(node, key);
  const vanishes = entry?.value && reader.branches(entry.value).every((branch) => branch.node === undefined);
  return vanishes ? undefined : entry;
}

function readValues(node: SyntaxNode | undefined, reader: ValueReader): ValuesReading {
  const list = readList(node, reader);
  const readable = list.items.filter((item) => isString(item.node, reader));
  return {
    values: readable.map((item) => ({ value: reader.evaluate(item.node), node: item.node, guard: item.guard })),
    complete: node !== undefined && list.complete && readable.length === list.items.length,
  };
}

/** Whether the node is a string or may become one; an empty item is one that the author is still typing. */
function isString(node: SyntaxNode, reader: ValueReader): boolean {
  return reader.isOpaque(node) || (node.kind === 'scalar' && node.value !== null);
}

interface PrincipalsReading {
  readonly principals: readonly Principal[];
  readonly complete: boolean;
}

function principalsOf({ node, guard }: ListItem, reader: ValueReader): PrincipalsReading {
  if (reader.isOpaque(node)) return { principals: [], complete: false };
  if (node.kind === 'mapping') return typedPrincipals(node, guard, reader);
  if (!isString(node, reader)) return { principals: [], complete: false };
  const value = reader.evaluate(node);
  const isEverybody = knownText(value) === '*';
  return { principals: [{ type: isEverybody ? '*' : '', value, node, guard }], complete: isEverybody };
}

const PRINCIPAL_TYPES = new Set(['AWS', 'Service', 'Federated', 'CanonicalUser']);

function typedPrincipals(node: MappingNode, guard: Guard, reader: ValueReader): PrincipalsReading {
  const readings = node.entries.map(({ key, value }) => ({ type: key.text, ...readValues(value, reader) }));
  return {
    principals: readings.flatMap(({ type, values }) =>
      values.map((value) => ({ ...value, type, guard: conjoin(guard, value.guard) })),
    ),
    complete: readings.every(({ type, complete }) => complete && PRINCIPAL_TYPES.has(type)),
  };
}

interface ConditionsReading {
  readonly conditions: readonly ConditionTest[];
  readonly complete: boolean;
}

/** The tests of a statement's `Condition`: a mapping of operators to mappings of keys to values. */
export function readConditions(statement: MappingNode, reader: ValueReader): ConditionsReading {
  const conditions: ConditionTest[] = [];
  const operators = entriesBelow(entryOf(statement, 'Condition'), [], reader);
  let { complete } = operators;
  for (const operator of operators.entries) {
    const keys = entriesBelow(operator.entry, operator.guard, reader);
    complete &&= keys.complete;
    conditions.push(...keys.entries.map((key) => conditionTest(operator.entry, key, reader)));
  }
  return { conditions, complete };
}

interface GuardedEntry {
  readonly entry: Entry;
  readonly guard: Guard;
}

/** The entries of the mapping that an entry's value is, or of the mappings that it may be. */
function entriesBelow(
  entry: Entry | undefined,
  guard: Guard,
  reader: ValueReader,
): { readonly entries: readonly GuardedEntry[]; readonly complete: boolean } {
  if (!entry) return { entries: [], complete: true };
  const branches = entry.value ? reader.branches(entry.value) : [];
  const entries = branches.flatMap((branch) =>
    branch.node?.kind === 'mapping' && !reader.isOpaque(branch.node)
      ? branch.node.entries.map((below) => ({ entry: below, guard: conjoin(guard, branch.guard) }))
      : [],
  );
  const complete = branches.every(({ node }) => !node || (node.kind === 'mapping' && !reader.isOpaque(node)));
  return { entries, complete: complete && entry.value !== undefined };
}

function conditionTest(operator: Entry, { entry, guard }: GuardedEntry, reader: ValueReader): ConditionTest {
  return {
    operator: operator.key.text,
    operatorNode: operator.key,
    key: entry.key.text,
    keyNode: entry.key,
    ...readValues(entry.value, reader),
    guard,
    node: entry.value,
  };
}

/** The string of a scalar element (`Version`, `Sid`); `undefined` where it is absent or nothing like a string. */
export function readText(node: MappingNode, key: string, reader: ValueReader): PolicyValue['value'] | undefined {
  const value = presentEntry(node, key, reader)?.value;
  if (!value || (value.kind !== 'scalar' && !reader.isOpaque(value))) return undefined;
  return value.kind === 'scalar' && value.value === null ? literal('', value.span) : reader.evaluate(value);
}
