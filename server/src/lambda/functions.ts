import {
  arnOf,
  canonical,
  evaluate,
  guardOf,
  isNoValue,
  propertyAt,
  type Resource,
  type Template,
} from '../cloudformation/index.ts';
import { alternatives, concat, display, isSame, ofHole, type Part, type SymbolicString } from '../symbolic/index.ts';
import type { FunctionReference, LambdaFunction } from './model.ts';
import { generatedQualifier } from './sam/generated.ts';

const FUNCTION_TYPES: ReadonlySet<string> = new Set(['AWS::Lambda::Function', 'AWS::Serverless::Function']);

/** The functions of each template that was asked for; a template never changes. */
const known = new WeakMap<Template, Functions>();

interface Functions {
  readonly list: readonly LambdaFunction[];
  /** Logical ids by the function's name in canonical spelling. */
  readonly byName: ReadonlyMap<string, string>;
}

/** The Lambda functions of a template, SAM's included, in the order of the text. */
export function functionsOf(template: Template): readonly LambdaFunction[] {
  return readFunctions(template).list;
}

function readFunctions(template: Template): Functions {
  const before = known.get(template);
  if (before) return before;
  const list = [...template.resources.values()]
    .filter(({ type }) => FUNCTION_TYPES.has(type))
    .map((resource) => readFunction(resource, template));
  const byName = new Map<string, string>();
  for (const { logicalId, resource } of list) {
    const arn = arnOf(resource, template);
    const name = arn && splitName(arn)?.name;
    if (name && !byName.has(display(name))) byName.set(display(name), logicalId);
  }
  const functions = { list, byName };
  known.set(template, functions);
  return functions;
}

function readFunction(resource: Resource, template: Template): LambdaFunction {
  const isSam = resource.type === 'AWS::Serverless::Function';
  const alias = isSam ? propertyAt(template, resource, 'AutoPublishAlias') : undefined;
  return {
    logicalId: resource.logicalId,
    resource,
    isSam,
    autoPublishAlias: alias && !isNoValue(alias) ? canonical(evaluate(alias, { template }), template) : undefined,
    guard: guardOf(resource),
  };
}

/**
 * What a value names: a function of the template by its name, its ARN or part of it, by the URI that API Gateway invokes, by an alias
 * or a version of the template or of SAM's making. A value that may name different functions names none.
 */
export function functionReference(value: SymbolicString, template: Template): FunctionReference {
  const whole = writeOutGenerated(canonical(value, template), template);
  const direct = resolve(whole, template);
  if (direct.logicalId !== undefined) return direct;
  const [first, ...others] = alternatives(whole).map((one) => resolve(one, template));
  const agree = first !== undefined && others.every((other) => isSameReference(first, other));
  return agree ? { ...first, value: whole } : direct;
}

function isSameReference(a: FunctionReference, b: FunctionReference): boolean {
  if (a.logicalId === undefined || a.logicalId !== b.logicalId) return false;
  return a.qualifier && b.qualifier ? isSame(a.qualifier, b.qualifier) : a.qualifier === b.qualifier;
}

function resolve(value: SymbolicString, template: Template): FunctionReference {
  const split = splitName(value);
  const logicalId = split && readFunctions(template).byName.get(display(split.name));
  return { logicalId, qualifier: logicalId === undefined ? undefined : split?.qualifier, value };
}

/** References to aliases and versions that only exist after SAM's transform, as the ARNs that they stand for. */
function writeOutGenerated(value: SymbolicString, template: Template): SymbolicString {
  if (!template.usesSam) return value;
  return concat(
    value.parts.map((part) => (part.kind === 'text' ? part.text : (generatedArn(part, template) ?? ofHole(part.hole)))),
    value.origin,
  );
}

function generatedArn(part: Part, template: Template): SymbolicString | undefined {
  if (part.kind === 'text' || part.hole.kind !== 'attribute' || part.hole.attribute !== undefined) return undefined;
  const { logicalId } = part.hole;
  if (template.resources.has(logicalId)) return undefined;
  for (const fn of functionsOf(template)) {
    const qualifier = fn.isSam ? generatedQualifier(logicalId, fn, template) : undefined;
    const arn = qualifier && arnOf(fn.resource, template);
    if (arn && qualifier) return concat([arn, ':', qualifier]);
  }
  return undefined;
}

/** The name of the function that a value in canonical form names, without anything around it; `undefined` for another kind of ARN. */
export function functionName(value: SymbolicString): SymbolicString | undefined {
  return splitName(value)?.name;
}

const BEFORE_NAME = /(?:^|:)function:/g;
const INVOCATION_PATH = /\/(?:response-streaming-)?invocations$/;

/** The name and what stands behind it in a function's name, partial ARN, ARN or invocation URI. */
function splitName(
  value: SymbolicString,
): { readonly name: SymbolicString; readonly qualifier: SymbolicString | undefined } | undefined {
  const parts = withoutPath(value.parts);
  const at = parts.findLastIndex((part) => part.kind === 'text' && part.text.search(BEFORE_NAME) >= 0);
  const found = parts[at];
  if (found?.kind === 'text') {
    const match = [...found.text.matchAll(BEFORE_NAME)].at(-1);
    const rest = found.text.slice((match?.index ?? 0) + (match?.[0].length ?? 0));
    return splitAtColon([rest, ...parts.slice(at + 1).map(asPiece)]);
  }
  const [first] = parts;
  return first?.kind === 'text' && first.text.startsWith('arn:') ? undefined : splitAtColon(parts.map(asPiece));
}

function asPiece(part: Part): SymbolicString | string {
  return part.kind === 'text' ? part.text : ofHole(part.hole);
}

function withoutPath(parts: readonly Part[]): readonly Part[] {
  const last = parts.at(-1);
  if (last?.kind !== 'text' || !INVOCATION_PATH.test(last.text)) return parts;
  const text = last.text.replace(INVOCATION_PATH, '');
  return text === '' ? parts.slice(0, -1) : [...parts.slice(0, -1), { kind: 'text', text }];
}

function splitAtColon(pieces: readonly (SymbolicString | string)[]): {
  readonly name: SymbolicString;
  readonly qualifier: SymbolicString | undefined;
} {
  const at = pieces.findIndex((piece) => typeof piece === 'string' && piece.includes(':'));
  const piece = pieces[at];
  if (typeof piece !== 'string') return { name: concat(pieces), qualifier: undefined };
  const colon = piece.indexOf(':');
  return {
    name: concat([...pieces.slice(0, at), piece.slice(0, colon)]),
    qualifier: concat([piece.slice(colon + 1), ...pieces.slice(at + 1)]),
  };
}
