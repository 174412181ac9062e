import { concat, covers, every, knownText, ofHole, type Part, type SymbolicString, type Ternary } from '../../symbolic/index.ts';

/** An `execute-api` ARN, cut at the slashes around its stage. */
export interface ExecuteApi {
  readonly whole: SymbolicString;
  /** `arn:…:execute-api:…:<api>`. */
  readonly api: SymbolicString;
  /** The stage, or `authorizers`. */
  readonly stage: SymbolicString;
  readonly stageText: string | undefined;
  /** Whether something stands behind the stage. */
  readonly hasRest: boolean;
  readonly route: Route | undefined;
  /** The whole with `*` for its stage. */
  readonly anyStage: SymbolicString;
}

interface Route {
  readonly method: string;
  /** From the slash behind the method. */
  readonly path: SymbolicString;
}

/** The pieces of an API's ARN; `undefined` for any other. */
export function asExecuteApi(whole: SymbolicString): ExecuteApi | undefined {
  const [api, behind] = cutAtSlash(whole.parts);
  const isExecuteApi = api.some((part) => part.kind === 'text' && part.text.includes(':execute-api:'));
  if (!isExecuteApi || !behind) return undefined;
  const [stageParts, rest] = cutAtSlash(behind);
  const stage = joined(stageParts);
  const tail = rest ? joined([{ kind: 'text', text: '/' }, ...rest]) : joined([]);
  return {
    whole,
    api: joined(api),
    stage,
    stageText: knownText(stage),
    hasRest: rest !== undefined,
    route: routeOf(tail.parts),
    anyStage: concat([joined(api), '/*', tail]),
  };
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

/** The method and what stands behind it; nothing where the method is not written as one. */
function routeOf(rest: readonly Part[]): Route | undefined {
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
export function coversExecuteApi(permitted: ExecuteApi, call: ExecuteApi): Ternary {
  if (!permitted.hasRest) return covers(permitted.whole, call.whole);
  const isForAuthorizers = permitted.stageText === 'authorizers';
  if (!permitted.stageText?.includes('*') && isForAuthorizers !== (call.stageText === 'authorizers')) return 'no';
  const isAnyStage = call.stageText === '*';
  // A `*` in place of the method may also reach into the path.
  if (permitted.route && call.route && permitted.route.method !== '*') {
    const routes = coversRoute(permitted.route, call.route);
    if (routes === 'no') return routes;
    return every([routes, covers(permitted.api, call.api), isAnyStage ? 'yes' : covers(permitted.stage, call.stage)]);
  }
  return covers(isAnyStage && !isForAuthorizers ? permitted.anyStage : permitted.whole, call.whole);
}

function coversRoute(permitted: Route, call: Route): Ternary {
  if (permitted.method !== call.method && call.method !== '*') return 'no';
  const paths = coversText(permitted.path, call.path);
  return permitted.method === call.method || paths === 'no' ? paths : 'unknown';
}

/** As `covers`, without its pains where both are plain texts. */
function coversText(pattern: SymbolicString, target: SymbolicString): Ternary {
  const [a, b] = [knownText(pattern), knownText(target)];
  if (a === undefined || b === undefined || /[*?]/.test(a + b)) return covers(pattern, target);
  return a === b ? 'yes' : 'no';
}
