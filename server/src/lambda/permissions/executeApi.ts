import { concat, covers, every, ofHole, type Part, type SymbolicString, type Ternary } from '../../symbolic/index.ts';

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
  return { api, stage, rest: rest ? joined([{ kind: 'text', text: '/' }, ...rest]).parts : [] };
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

function textOf(parts: readonly Part[]): string | undefined {
  const [only, ...others] = parts;
  return only?.kind === 'text' && others.length === 0 ? only.text : undefined;
}

/** The method and what stands behind it; nothing where the method is not written as one, or is `*`, which may reach into the path. */
function routeOf({ rest }: ExecuteApi): { readonly method: string; readonly path: SymbolicString } | undefined {
  const [first, ...others] = rest;
  const found = first?.kind === 'text' ? /^\/(\*|[A-Z]+)(?=\/)/.exec(first.text) : null;
  if (first?.kind !== 'text' || !found) return undefined;
  return { method: found[1] ?? '', path: joined([{ kind: 'text', text: first.text.slice(found[0].length) }, ...others]) };
}

function joined(parts: readonly Part[]): SymbolicString {
  return concat(parts.map((part) => (part.kind === 'text' ? part.text : ofHole(part.hole))));
}

/**
 * Whether the source ARN of a permission covers what API Gateway presents. The stage of a call is free: a permission for one stage is
 * what that stage needs. A permission for authorizers lets in no route, and the reverse.
 */
export function coversExecuteApi(pattern: SymbolicString, source: SymbolicString): Ternary {
  const permitted = cut(pattern);
  const call = cut(source);
  if (!permitted || !call || permitted.rest.length === 0) return covers(pattern, source);
  const stage = textOf(permitted.stage);
  const isForAuthorizers = stage === 'authorizers';
  if (!stage?.includes('*') && isForAuthorizers !== (textOf(call.stage) === 'authorizers')) return 'no';
  const isAnyStage = textOf(call.stage) === '*';
  const route = routeOf(permitted);
  const called = routeOf(call);
  if (route && called && route.method !== '*') {
    const stages = isAnyStage ? 'yes' : covers(joined(permitted.stage), joined(call.stage));
    const methods = route.method === called.method ? 'yes' : called.method === '*' ? 'unknown' : 'no';
    return every([covers(joined(permitted.api), joined(call.api)), stages, methods, covers(route.path, called.path)]);
  }
  const free: readonly Part[] = [...permitted.api, { kind: 'text', text: '/*' }, ...permitted.rest];
  return covers(isAnyStage && !isForAuthorizers ? joined(free) : pattern, source);
}
