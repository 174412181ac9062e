import { arnOf, branchesOf, canonical, consequencesOf, type Template } from '../../cloudformation/index.ts';
import { concat, conjoin, contradicts, display, literal, ofHole, type SymbolicString } from '../../symbolic/index.ts';
import type { CallerRole, Invoker, Trigger, Verdict } from '../model.ts';
import { roleAllows } from '../roleAccess.ts';
import { boundaryOf, contentsOf, type RoleReference, referenceTrusts, roleNamedBy, rolesOf } from '../roles/index.ts';
import { type Call, callOf } from './aspects.ts';
import { type Context, grantsOf, verdictOf } from './grants.ts';

/**
 * The verdict on what calls with a role of its own: the role must trust the service and allow the call. Of several roles, where a
 * condition decides, the worst counts; a role that is not of this template is unknown.
 */
export function callerRoleInvoker(trigger: Trigger, context: Context): Invoker {
  const references = referencesOf(trigger, context.template);
  const roles = references.map((reference) => callerRole(reference, trigger, context));
  const judged = roles.map((role) => ({ role, verdict: role ? verdictOn(role) : ('unknown' as const) }));
  const worst = BAD_TO_GOOD.flatMap((verdict) => judged.filter((one) => one.verdict === verdict))[0];
  const verdict = worst?.verdict ?? 'unknown';
  return { trigger, verdict, grantedBy: [], nearMisses: [], ...(worst?.role ? { callerRole: worst.role } : {}) };
}

const BAD_TO_GOOD: readonly Verdict[] = ['denied', 'missing', 'unknown', 'granted'];

function verdictOn({ trusts, allows }: CallerRole): Verdict {
  if (allows === 'denied' || allows === 'missing') return allows;
  if (trusts === 'no') return 'missing';
  return trusts === 'unknown' ? 'unknown' : allows;
}

/** The roles that the trigger's property names; a SAM state machine without one gets its own. */
function referencesOf({ role, resource, guard }: Trigger, template: Template): readonly RoleReference[] {
  if (!role) return resource.type === 'AWS::Serverless::StateMachine' ? rolesOf(resource, template) : [];
  return branchesOf(role)
    .filter((branch) => !contradicts(branch.guard, guard))
    .map((branch) =>
      branch.node ? roleNamedBy(branch.node, template, branch.guard) : { kind: 'external', guard: branch.guard },
    );
}

function callerRole(reference: RoleReference, trigger: Trigger, context: Context): CallerRole | undefined {
  const { callerPrincipal } = trigger.definition;
  const { template, knowledge } = context;
  const target = targetOf(trigger, context);
  if (reference.kind === 'external' || callerPrincipal === undefined || !target) return undefined;
  const held = contentsOf(reference, template, knowledge);
  const request = {
    action: 'lambda:InvokeFunction',
    given: consequencesOf(conjoin(trigger.guard, reference.guard), template),
    canonical: (value: SymbolicString) => canonical(value, template),
  };
  const role = { ...held, boundary: boundaryOf(reference, template, knowledge) };
  const decisions = target.called.map((resource) => roleAllows({ ...request, resource }, role));
  const [first, ...others] = decisions;
  // Where it is not known which of the spellings the service calls, one of them that is granted may be enough.
  const decision = others.every(({ verdict }) => verdict === first?.verdict) ? first : undefined;
  const verdict = decision?.verdict ?? 'unknown';
  return {
    logicalId: reference.logicalId,
    origin: reference.kind === 'generated' ? 'sam' : 'template',
    owner: reference.kind === 'generated' ? reference.owner : reference.resource,
    trusts: referenceTrusts(reference, callerPrincipal, template),
    allows:
      verdict === 'missing' || verdict === 'granted'
        ? byPolicyOfFunction(verdict, reference.logicalId, trigger, context)
        : verdict,
    by: decision?.by ?? [],
    grants: held.grants,
    written: target.written,
  };
}

/** What the function's resource-based policy makes of it: a role of the same account needs only one of the two. */
function byPolicyOfFunction(verdict: 'missing' | 'granted', roleId: string, trigger: Trigger, context: Context): Verdict {
  const role = canonical(ofHole({ kind: 'attribute', logicalId: roleId, attribute: 'Arn' }), context.template);
  const call: Call = { ...callOf(trigger), principal: display(role), source: undefined };
  const { answer } = verdict === 'granted' ? { answer: 'yes' as const } : grantsOf(call, trigger, context);
  return verdictOf(answer, call, trigger, context);
}

/** Services that call `$LATEST` by name where the template names the function alone. Source: their developer guides. */
const CALLS_LATEST: ReadonlySet<string> = new Set([
  'firehose-transform',
  'kinesisanalytics-output',
  'kinesisanalytics-preprocessing',
]);

interface Target {
  /** The ARNs that the service may call, canonical. */
  readonly called: readonly SymbolicString[];
  readonly written: SymbolicString;
}

function targetOf({ target: { qualifier }, definition }: Trigger, { fn, template }: Context): Target | undefined {
  const arn = arnOf(fn.resource, template);
  if (!arn) return undefined;
  const written = ofHole({ kind: 'attribute', logicalId: fn.logicalId, attribute: 'Arn' });
  if (qualifier) return { called: [concat([arn, ':', qualifier])], written: concat([written, ':', qualifier]) };
  if (!CALLS_LATEST.has(definition.id)) return { called: [arn], written };
  return { called: [arn, concat([arn, ':$LATEST'])], written: concat([written, literal(':$LATEST')]) };
}
