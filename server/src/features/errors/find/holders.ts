import type { Analysis } from '../../../analysis/index.ts';
import { canonical, type Template } from '../../../cloudformation/index.ts';
import type { FunctionPermissions } from '../../../lambda/index.ts';
import { ofHole } from '../../../symbolic/index.ts';
import type { PastedError } from '../model.ts';
import { fitOf, rankOf, type Sureness } from './fit.ts';
import { surest } from './resources.ts';
import { type HeldRole, heldBy, rolesIn } from './roles.ts';

/** Whoever a message may be about: a role, and the functions that run with it. */
export interface Holder {
  readonly analysis: Analysis;
  readonly template: Template;
  /** Absent for the role of a function that is not of the template. */
  readonly role: HeldRole | undefined;
  readonly functions: readonly FunctionPermissions[];
  readonly sureness: Sureness;
  /** What it is known by; `nothing`: the message names nobody, and there are only few functions. */
  readonly by: 'role' | 'function' | 'nothing';
}

/** Whoever a message may be about. Users have no policies in a template. */
export function holdersMeant(error: PastedError, analyses: readonly Analysis[]): readonly Holder[] {
  const named = namedIn(error);
  if (error.caller && error.caller.kind !== 'role') return [];
  return named.role === undefined && named.function === undefined ? fewFunctions(analyses) : holdersOf(named, analyses);
}

/** The roles that a deployed role of this name or ARN may be. */
export function rolesCalled(name: string | undefined, analyses: readonly Analysis[]): readonly Holder[] {
  return name === undefined ? [] : holdersOf({ role: name.split('/').at(-1), function: undefined }, analyses);
}

/** The name in a function's ARN. */
export function nameOfFunction(fn: string | undefined): string | undefined {
  return fn?.replace(/^arn:.*:function:/, '').replace(/:.*$/, '');
}

/** What a message names of its caller. */
interface Named {
  readonly role: string | undefined;
  readonly function: string | undefined;
}

function namedIn({ caller, role, function: fn, action }: PastedError): Named {
  const session = caller?.session;
  // In a message about a call, the function that is named is the one that is called.
  const logged = action === undefined || !/^lambda:/i.test(action) ? nameOfFunction(fn) : undefined;
  return { role: caller?.kind === 'role' ? caller.name : role?.split('/').at(-1), function: session ?? logged };
}

/** Whoever these names may mean; only the surest are told. */
function holdersOf(named: Named, analyses: readonly Analysis[]): readonly Holder[] {
  const found = analyses.flatMap((analysis) => {
    const { template } = analysis;
    return template ? holdersIn(analysis, template, named) : [];
  });
  const best = surest(found);
  const most = Math.max(...best.map((holder) => rankOf(fitOfFunctions(holder, named))));
  return best.filter((holder) => rankOf(fitOfFunctions(holder, named)) === most);
}

/** Of more functions than these nobody is told to be meant perhaps. */
const FEW = 3;

/** Where the message names nobody: all there are, if they are few. */
function fewFunctions(analyses: readonly Analysis[]): readonly Holder[] {
  const all = analyses.flatMap((analysis) => {
    const { template } = analysis;
    if (!template) return [];
    return analysis.permissions.functions.map(
      (owner): Holder => ({ analysis, template, role: heldBy(owner), functions: [owner], sureness: 'perhaps', by: 'nothing' }),
    );
  });
  return all.length <= FEW ? all : [];
}

function holdersIn(analysis: Analysis, template: Template, named: Named): readonly Holder[] {
  const roles = rolesIn(analysis, template);
  if (named.role === undefined) return byFunction(analysis, template, named.function);
  const found = [...roles.values()].flatMap(({ role, functions }): readonly Holder[] => {
    const fit = nameFit(role.logicalId, named.role, template);
    if (!fit) return [];
    return [{ analysis, template, role, functions: meantOf(functions, named.function, template), sureness: fit, by: 'role' }];
  });
  return [...found, ...byFunction(analysis, template, named.function).filter(({ role }) => role === undefined)];
}

/** Functions by their own name: where the role is not named, or not of the template. */
function byFunction(analysis: Analysis, template: Template, name: string | undefined): readonly Holder[] {
  return analysis.permissions.functions.flatMap((owner): readonly Holder[] => {
    const fit = nameFit(owner.fn.logicalId, name, template);
    return fit ? [{ analysis, template, role: heldBy(owner), functions: [owner], sureness: fit, by: 'function' }] : [];
  });
}

/** Of the functions that share a role, those that the session's name fits, if there are any. */
function meantOf(
  functions: readonly FunctionPermissions[],
  name: string | undefined,
  template: Template,
): readonly FunctionPermissions[] {
  const ranked = functions.map((owner) => ({ owner, rank: rankOf(nameFit(owner.fn.logicalId, name, template)) }));
  const best = Math.max(...ranked.map(({ rank }) => rank));
  return ranked.filter(({ rank }) => rank === best).map(({ owner }) => owner);
}

function fitOfFunctions({ functions, template }: Holder, named: Named): Sureness | undefined {
  return functions.map(({ fn }) => nameFit(fn.logicalId, named.function, template)).find((fit) => fit !== undefined);
}

/** Whether a deployed role or function of this name may be the one with this logical id. */
function nameFit(logicalId: string, name: string | undefined, template: Template): Sureness | undefined {
  if (name === undefined) return undefined;
  const own = canonical(ofHole({ kind: 'attribute', logicalId, attribute: undefined }), template);
  const fit = fitOf(own, name);
  return fit?.rest === '' ? fit.sureness : undefined;
}
