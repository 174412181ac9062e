import { concat, ofHole, type Part, type SymbolicString } from '../../symbolic/index.ts';

/** An `execute-api` ARN, cut at the slashes around its stage. */
interface ExecuteApi {
  /** `arn:…:execute-api:…:<api>`. */
  readonly api: readonly Part[];
  /** The stage, or `authorizers`. */
  readonly stage: readonly Part[];
  /** From the slash behind the stage; empty where there is none. */
  readonly rest: readonly Part[];
}

function cut(value: SymbolicString): ExecuteApi | undefined {
  const [api, behind] = cutAtSlash(value.parts);
  const isExecuteApi = api.some((part) => part.kind === 'text' && part.text.includes(':execute-api:'));
  if (!isExecuteApi || !behind) return undefined;
  const [stage, rest] = cutAtSlash(behind);
  return { api, stage, rest: rest ? [{ kind: 'text', text: '/' }, ...rest] : [] };
}

function cutAtSlash(parts: readonly Part[]): readonly [readonly Part[], readonly Part[] | undefined] {
  const at = parts.findIndex((part) => part.kind === 'text' && part.text.includes('/'));
  const part = parts[at];
  if (part?.kind !== 'text') return [parts, undefined];
  const slash = part.text.indexOf('/');
  const before: Part = { kind: 'text', text: part.text.slice(0, slash) };
  const after: Part = { kind: 'text', text: part.text.slice(slash + 1) };
  return [[...parts.slice(0, at), before].filter(isNotEmpty), [after, ...parts.slice(at + 1)].filter(isNotEmpty)];
}

const isNotEmpty = (part: Part): boolean => part.kind === 'hole' || part.text !== '';

const textOf = (parts: readonly Part[]): string | undefined => {
  const [only, ...others] = parts;
  return only?.kind === 'text' && others.length === 0 ? only.text : undefined;
};

/**
 * The source ARN of a permission for an API as it counts for a call whose stage is free: a permission for one stage is what that stage
 * needs. `undefined` when the permission is for authorizers and the call is none, or the reverse.
 */
export function forAnyStage(pattern: SymbolicString, source: SymbolicString): SymbolicString | undefined {
  const permitted = cut(pattern);
  const call = cut(source);
  if (!permitted || !call) return pattern;
  const isForAuthorizers = textOf(permitted.stage) === 'authorizers';
  const isFree = textOf(permitted.stage)?.includes('*') ?? false;
  if (isFree || permitted.rest.length === 0) return pattern;
  if (isForAuthorizers !== (textOf(call.stage) === 'authorizers')) return undefined;
  if (isForAuthorizers || textOf(call.stage) !== '*') return pattern;
  const pieces = [...permitted.api, { kind: 'text', text: '/*' } as const, ...permitted.rest];
  return concat(
    pieces.map((part) => (part.kind === 'text' ? part.text : ofHole(part.hole))),
    pattern.origin,
  );
}
