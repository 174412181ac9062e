import { alternatives, concat, display, isSame, knownText, literal, ofHole, type SymbolicString } from '../symbolic/index.ts';
import { child, literalText, type SyntaxNode } from '../syntax/index.ts';
import type { Span } from '../text/span.ts';
import { argumentItems, argumentText, getAttPath, type Intrinsic, intrinsicOf, nestedIntrinsic } from './intrinsics.ts';
import { bind, type Scope } from './scope.ts';

const DEEPEST = 40;
/** A parameter with more allowed values than this is as good as free. */
const MOST_VALUES = 12;

/**
 * The string that a node of a template stands for. Total: whatever cannot be known becomes a hole, and nested calls deeper than any
 * author writes become one too.
 */
export function evaluate(node: SyntaxNode, scope: Scope, depth = 0): SymbolicString {
  if (depth > DEEPEST) return opaque('nested too deeply', node.span);
  const call = intrinsicOf(node);
  if (call) return evaluateCall(call, scope, node.outerSpan, depth + 1);
  if (node.kind === 'scalar') return fromText(node.text, node.span);
  return opaque('not a string', node.span);
}

function opaque(reason: string, origin: Span, key = reason): SymbolicString {
  return ofHole({ kind: 'opaque', reason, key }, origin);
}

const DYNAMIC_REFERENCE = /\{\{resolve:[^}]*\}\}/;

/** A text in which `{{resolve:…}}` is filled in at deployment. */
function fromText(text: string, origin: Span): SymbolicString {
  const found = DYNAMIC_REFERENCE.exec(text);
  if (!found) return literal(text, origin);
  const reference = opaque('a dynamic reference', origin, found[0]);
  return concat([text.slice(0, found.index), reference, fromText(text.slice(found.index + found[0].length), origin)], origin);
}

type Evaluator = (call: Intrinsic, scope: Scope, origin: Span, depth: number) => SymbolicString | undefined;

const EVALUATORS: Readonly<Record<string, Evaluator>> = {
  Ref: (call, scope, origin) => {
    const name = argumentText(call);
    return name === undefined ? undefined : reference(name, scope, origin);
  },
  'Fn::GetAtt': (call, scope, origin) => {
    const path = getAttPath(call);
    return path && attribute(path.logicalId, path.attribute, scope, origin);
  },
  'Fn::Sub': evaluateSub,
  'Fn::Join': evaluateJoin,
  'Fn::If': evaluateIf,
  'Fn::Select': evaluateSelect,
  'Fn::FindInMap': evaluateFindInMap,
};

function evaluateCall(call: Intrinsic, scope: Scope, origin: Span, depth: number): SymbolicString {
  const result = Object.hasOwn(EVALUATORS, call.name) ? EVALUATORS[call.name]?.(call, scope, origin, depth) : undefined;
  return result ?? opaque(call.name, origin, callKey(call, scope, depth));
}

/** The call in one spelling, so that the same expression is known to be the same value. */
function callKey(call: Intrinsic, scope: Scope, depth: number): string {
  return `${call.name}(${argumentKey(call, scope, depth)})`;
}

function argumentKey(call: Intrinsic, scope: Scope, depth: number): string {
  if (depth > DEEPEST) return '…';
  const nested = nestedIntrinsic(call);
  if (nested) return display(evaluateCall(nested, scope, call.argument.span, depth + 1));
  return nodeKey(call.argument, scope, depth + 1, true);
}

function nodeKey(node: SyntaxNode, scope: Scope, depth: number, ignoreTag = false): string {
  if (depth > DEEPEST) return '…';
  if (!ignoreTag && intrinsicOf(node)) return display(evaluate(node, scope, depth));
  if (node.kind === 'scalar') return node.text;
  if (node.kind === 'sequence') return `[${node.items.map((item) => nodeKey(item, scope, depth + 1)).join(',')}]`;
  return `{${node.entries.map(({ key, value }) => `${key.text}:${value ? nodeKey(value, scope, depth + 1) : ''}`).join(',')}}`;
}

function reference(name: string, scope: Scope, origin: Span): SymbolicString {
  const bound = scope.bindings?.get(name);
  if (bound) return { ...bound, origin };
  if (name.startsWith('AWS::')) return ofHole({ kind: 'pseudo', name }, origin);
  const parameter = scope.template?.parameters.get(name);
  if (parameter) {
    const values = parameter.allowedValues;
    return ofHole({ kind: 'parameter', name, values: values && values.length <= MOST_VALUES ? values : undefined }, origin);
  }
  const dot = name.indexOf('.');
  // SAM's own references: `!Ref Worker.Alias`, `!Ref Api.Stage`.
  if (dot > 0) return ofHole({ kind: 'attribute', logicalId: name.slice(0, dot), attribute: name.slice(dot + 1) }, origin);
  return ofHole({ kind: 'attribute', logicalId: name, attribute: undefined }, origin);
}

function attribute(logicalId: string, name: string, scope: Scope, origin: Span): SymbolicString {
  const bound = scope.bindings?.get(`${logicalId}.${name}`);
  return bound ? { ...bound, origin } : ofHole({ kind: 'attribute', logicalId, attribute: name }, origin);
}

const SUB_PIECE = /\$\{([^}]*)\}/g;

function evaluateSub(call: Intrinsic, scope: Scope, origin: Span, depth: number): SymbolicString | undefined {
  const items = argumentItems(call);
  const template = items ? literalText(items[0]) : argumentText(call);
  if (template === undefined) return undefined;
  const variables = items?.[1];
  const bindings = new Map<string, SymbolicString>();
  for (const { key, value } of variables?.kind === 'mapping' ? variables.entries : []) {
    if (value) bindings.set(key.text, evaluate(value, scope, depth + 1));
  }
  return substitute(template, bindings.size > 0 ? bind(scope, bindings) : scope, origin);
}

/** The text of `Fn::Sub` with its `${…}` filled in; `${!Literal}` stays as `${Literal}`. */
export function substitute(template: string, scope: Scope, origin: Span): SymbolicString {
  const pieces: (SymbolicString | string)[] = [];
  let reached = 0;
  for (const found of template.matchAll(SUB_PIECE)) {
    pieces.push(fromText(template.slice(reached, found.index), origin), subPiece(found[1] ?? '', scope, origin));
    reached = found.index + found[0].length;
  }
  pieces.push(fromText(template.slice(reached), origin));
  return concat(pieces, origin);
}

function subPiece(name: string, scope: Scope, origin: Span): SymbolicString | string {
  const trimmed = name.trim();
  if (trimmed.startsWith('!')) return `\${${trimmed.slice(1)}}`;
  const bound = scope.bindings?.get(trimmed);
  if (bound) return bound;
  const dot = trimmed.indexOf('.');
  if (dot > 0 && !trimmed.includes('::')) return attribute(trimmed.slice(0, dot), trimmed.slice(dot + 1), scope, origin);
  return reference(trimmed, scope, origin);
}

function evaluateJoin(call: Intrinsic, scope: Scope, origin: Span, depth: number): SymbolicString | undefined {
  const [delimiter, list] = argumentItems(call) ?? [];
  const between = literalText(delimiter);
  if (between === undefined || list?.kind !== 'sequence' || intrinsicOf(list)) return undefined;
  const pieces = list.items.flatMap((item, i) => [...(i > 0 ? [between] : []), evaluate(item, scope, depth + 1)]);
  return concat(pieces, origin);
}

function evaluateIf(call: Intrinsic, scope: Scope, origin: Span, depth: number): SymbolicString | undefined {
  const [condition, whenTrue, whenFalse] = argumentItems(call) ?? [];
  const name = literalText(condition);
  if (name === undefined || !whenTrue || !whenFalse) return undefined;
  const yes = evaluate(whenTrue, scope, depth + 1);
  const no = evaluate(whenFalse, scope, depth + 1);
  if (isSame(yes, no)) return yes;
  return ofHole({ kind: 'choice', condition: name, alternatives: [yes, no] }, origin);
}

function evaluateSelect(call: Intrinsic, scope: Scope, origin: Span, depth: number): SymbolicString | undefined {
  const [indexNode, list] = argumentItems(call) ?? [];
  const index = Number(literalText(indexNode) ?? Number.NaN);
  const items = list && listItems(list, scope, depth);
  const chosen = Number.isInteger(index) ? items?.[index] : undefined;
  return chosen && { ...chosen, origin };
}

function listItems(list: SyntaxNode, scope: Scope, depth: number): readonly SymbolicString[] | undefined {
  const call = intrinsicOf(list);
  if (call?.name === 'Fn::Split') return splitItems(call, scope, depth);
  if (call || list.kind !== 'sequence') return undefined;
  return list.items.map((item) => evaluate(item, scope, depth + 1));
}

/** The pieces of `Fn::Split`, as far as no hole may itself hold the delimiter. */
function splitItems(call: Intrinsic, scope: Scope, depth: number): readonly SymbolicString[] | undefined {
  const [delimiter, source] = argumentItems(call) ?? [];
  const between = literalText(delimiter);
  const text = source && knownText(evaluate(source, scope, depth + 1));
  return between && text !== undefined ? text.split(between).map((piece) => literal(piece)) : undefined;
}

function evaluateFindInMap(call: Intrinsic, scope: Scope, origin: Span, depth: number): SymbolicString | undefined {
  const items = argumentItems(call) ?? [];
  const [map, first, second] = items.map((item) => evaluate(item, scope, depth + 1));
  const name = map && knownText(map);
  if (name === undefined || !first || !second) return undefined;
  const top = child(scope.template?.mappings, name);
  const values = keysFor(top, first)
    .flatMap((middle) => keysFor(middle, second))
    .map(literalText);
  if (values.length === 0 || values.some((value) => value === undefined)) return undefined;
  const distinct = [...new Set(values.filter((value) => value !== undefined))];
  const [only] = distinct;
  if (distinct.length === 1 && only !== undefined) return literal(only, origin);
  const key = callKey(call, scope, depth);
  return ofHole(
    { kind: 'opaque', reason: call.name, key, ...(distinct.length <= MOST_VALUES ? { values: distinct } : {}) },
    origin,
  );
}

/** The values of a mapping under the keys that a string may stand for: all of them when it is not known. */
function keysFor(node: SyntaxNode | undefined, key: SymbolicString): readonly SyntaxNode[] {
  if (node?.kind !== 'mapping') return [];
  const names = alternatives(key).map(knownText);
  const entries = names.includes(undefined) ? node.entries : node.entries.filter((entry) => names.includes(entry.key.text));
  return entries.flatMap(({ value }) => (value ? [value] : []));
}
