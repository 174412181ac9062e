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
import { documentFact, fact, sameEntries, sameItems } from '../incremental/facts.ts';
import { alternatives, concat, display, isSame, ofHole, type Part, type SymbolicString } from '../symbolic/index.ts';
import type { FunctionReference, LambdaFunction } from './model.ts';
import { generatedQualifier } from './sam/generated.ts';

/** The types of resources that are Lambda functions. */
export const FUNCTION_TYPES: ReadonlySet<string> = new Set(['AWS::Lambda::Function', 'AWS::Serverless::Function']);

/** The Lambda functions of a template, SAM's included, in the order of the text. */
export const functionsOf = documentFact(
  (template: Template) => template.ofTypes(FUNCTION_TYPES).map((resource) => functionAt(template, resource)),
  sameItems,
);

/** Logical ids by the function's name in canonical spelling. */
const idsByName = documentFact((template: Template): ReadonlyMap<string, string> => {
  const byName = new Map<string, string>();
  for (const { logicalId, resource } of functionsOf(template)) {
    const name = nameInArn(template, resource);
    if (name !== undefined && !byName.has(name)) byName.set(name, logicalId);
  }
  return byName;
}, sameEntries);

const nameInArn = fact((template: Template, resource: Resource): string | undefined => {
  const arn = arnOf(resource, template);
  const name = arn && splitName(arn)?.name;
  return name && display(name);
});

/** One of them. */
export const functionAt = fact((template: Template, resource: Resource): LambdaFunction => {
  const isSam = resource.type === 'AWS::Serverless::Function';
  const alias = isSam ? propertyAt(template, resource, 'AutoPublishAlias') : undefined;
  return {
    logicalId: resource.logicalId,
    resource,
    isSam,
    autoPublishAlias: alias && !isNoValue(alias) ? canonical(evaluate(alias, { template }), template) : undefined,
    guard: guardOf(resource),
  };
});

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
  const logicalId = split && idsByName(template).get(display(split.name));
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
  const at = parts.findLastIndex(
    (part) => part.kind === 'text' && part.text.includes('function:') && part.text.search(BEFORE_NAME) >= 0,
  );
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
