import type { Analysis } from '../../../analysis/index.ts';
import { canonical, type Template } from '../../../cloudformation/index.ts';
import { type ExecutionRole, type FunctionPermissions, grantsOfRole } from '../../../lambda/index.ts';
import { executionRoleToExtend, type RoleToExtend } from '../../../rules/support/grantFix.ts';
import { ofHole } from '../../../symbolic/index.ts';
import type { PastedError } from '../model.ts';
import { fitOf, rankOf, type Sureness } from './fit.ts';
import { surest } from './resources.ts';

/** A role of a template, with what decides whether it allows something. */
export interface HeldRole extends RoleToExtend, Pick<ExecutionRole, 'complete' | 'boundary'> {}

/** Whoever a message may be about: a role, and the functions that run with it. */
export interface Holder {
  readonly analysis: Analysis;
  readonly template: Template;
  /** Absent for the role of a function that is not of the template. */
  readonly role: HeldRole | undefined;
  readonly functions: readonly FunctionPermissions[];
  readonly sureness: Sureness;
  /** What it is known by; `alone`: there is no other function in these files. */
  readonly by: 'role' | 'function' | 'alone';
}

/** What a message names of its caller. */
export interface Named {
  readonly role: string | undefined;
  readonly function: string | undefined;
}

/** The names of role and function that a message tells of who was refused. */
export function namedIn({ caller, role, function: fn, action }: PastedError): Named {
  const session = caller?.session;
  // In a message about a call, the function that is named is the one that is called.
  const logged = action === undefined || !/^lambda:/i.test(action) ? nameOfFunction(fn) : undefined;
  return { role: caller?.kind === 'role' ? caller.name : role?.split('/').at(-1), function: session ?? logged };
}

/** The name in a function's ARN. */
export function nameOfFunction(fn: string | undefined): string | undefined {
  return fn?.replace(/^arn:.*:function:/, '').replace(/:.*$/, '');
}

/** Whoever these names may mean; only the surest are told. */
export function findHolders(named: Named, analyses: readonly Analysis[]): readonly Holder[] {
  if (named.role === undefined && named.function === undefined) return onlyFunction(analyses);
  const found = analyses.flatMap((analysis) => {
    const { template } = analysis;
    return template ? holdersIn(analysis, template, named) : [];
  });
  const best = surest(found);
  const most = Math.max(...best.map((holder) => rankOf(fitOfFunctions(holder, named))));
  return best.filter((holder) => rankOf(fitOfFunctions(holder, named)) === most);
}

function onlyFunction(analyses: readonly Analysis[]): readonly Holder[] {
  const all = analyses.flatMap((analysis) => analysis.permissions.functions.map((owner) => ({ analysis, owner })));
  const [only, ...others] = all;
  const template = only?.analysis.template;
  if (!only || !template || others.length > 0) return [];
  const role = heldBy(only.owner);
  return [{ analysis: only.analysis, template, role, functions: [only.owner], sureness: 'perhaps', by: 'alone' }];
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

interface RoleInUse {
  readonly role: HeldRole;
  readonly functions: readonly FunctionPermissions[];
}

const ROLE: ReadonlySet<string> = new Set(['AWS::IAM::Role']);

/** Every role of the template, those included that SAM makes. */
function rolesIn(analysis: Analysis, template: Template): ReadonlyMap<string, RoleInUse> {
  const found = new Map<string, RoleInUse>();
  for (const owner of analysis.permissions.functions) {
    const role = heldBy(owner);
    if (role) found.set(role.logicalId, { role, functions: [...(found.get(role.logicalId)?.functions ?? []), owner] });
    for (const { callerRole } of owner.invokers) {
      // What else a role that SAM makes for a state machine holds is not known here.
      const isNew = callerRole?.origin === 'sam' && !found.has(callerRole.logicalId);
      if (callerRole && isNew) found.set(callerRole.logicalId, { role: { ...callerRole, complete: false }, functions: [] });
    }
  }
  for (const resource of template.ofTypes(ROLE)) {
    const { logicalId } = resource;
    if (found.has(logicalId)) continue;
    const { grants, complete } = grantsOfRole(resource, template, analysis.knowledge);
    found.set(logicalId, { role: { logicalId, owner: resource, origin: 'template', grants, complete }, functions: [] });
  }
  return found;
}

function heldBy(owner: FunctionPermissions): HeldRole | undefined {
  const role = executionRoleToExtend(owner);
  return role && { ...role, complete: owner.role.complete, boundary: owner.role.boundary };
}
