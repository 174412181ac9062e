import type { Analysis } from '../analysis/index.ts';
import type { Clause, IamKnowledge, Statement } from '../iam/index.ts';
import type {
  ActionCoverage,
  ExecutionRole,
  FunctionPermissions,
  InvokePermission,
  Invoker,
  NeedCoverage,
  NeedKind,
  Verdict,
} from '../lambda/index.ts';
import { display, type SymbolicString } from '../symbolic/index.ts';
import { type Access, accountOf } from './account.ts';

/** The permissions of one template as `explain --format json` gives them: see the contract of the CLI in the README. */
export interface TemplateExplanation {
  readonly functions: readonly FunctionExplanation[];
  readonly permissions: readonly PermissionExplanation[];
}

export interface FunctionExplanation {
  readonly logicalId: string;
  readonly role: {
    readonly origin: ExecutionRole['origin'];
    readonly logicalId: string | null;
    readonly managedPolicies: readonly string[];
    /** False when the role may allow more than can be seen here. */
    readonly complete: boolean;
  };
  readonly invokers: readonly InvokerExplanation[];
  readonly needs: readonly NeedExplanation[];
  /** What the execution role allows and denies, as far as it can be seen. */
  readonly may: readonly AccessExplanation[];
}

/** What the role says about one service at one access level. */
export interface AccessExplanation {
  readonly effect: 'Allow' | 'Deny' | 'unknown';
  /** The prefix of the service's actions; `*` for every service. */
  readonly service: string;
  readonly title: string;
  /** Null for every level at once, and for actions that are not known. */
  readonly level: string | null;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly grantedBy: readonly string[];
  /** Whether nobody wrote it: SAM adds it by itself. */
  readonly implicit: boolean;
}

export interface InvokerExplanation {
  readonly trigger: string;
  readonly type: string;
  readonly property: string;
  readonly principal: string | null;
  readonly action: string;
  readonly qualifier: string | null;
  readonly mechanism: 'resource-policy' | 'caller-role' | 'none';
  readonly verdict: Verdict;
  readonly grantedBy: readonly string[];
}

export interface NeedExplanation {
  readonly need: NeedKind;
  readonly subject: string;
  readonly actions: readonly string[];
  readonly resource: string;
  readonly because: string;
  readonly verdict: Verdict;
  readonly grantedBy: readonly string[];
  /** Those of the actions that are missing or denied. */
  readonly missing: readonly string[];
  /** The statements that grant or deny it, in words: `Allow sqs:* on ${Jobs.Arn}`. */
  readonly statements: readonly string[];
}

export interface PermissionExplanation {
  readonly logicalId: string;
  readonly origin: InvokePermission['origin'];
  readonly function: string | null;
  readonly qualifier: string | null;
  readonly action: string;
  readonly principal: string;
  readonly sourceArn: string | null;
  readonly sourceAccount: string | null;
  readonly functionUrlAuthType: string | null;
  readonly invokedViaFunctionUrl: boolean | null;
}

/** Who may invoke each function, what each may do, and what is missing. */
export function explain({ permissions, knowledge: { iam } }: Analysis): TemplateExplanation {
  return {
    functions: permissions.functions.map((fn) => explainFunction(fn, iam)),
    permissions: permissions.permissions.map(explainPermission),
  };
}

const shown = (value: SymbolicString | undefined): string | null => (value === undefined ? null : display(value));

function explainFunction({ fn, role, invokers, needs }: FunctionPermissions, iam: IamKnowledge): FunctionExplanation {
  return {
    logicalId: fn.logicalId,
    role: {
      origin: role.origin,
      logicalId: role.logicalId ?? null,
      managedPolicies: role.managedPolicies,
      complete: role.complete,
    },
    invokers: invokers.filter(({ trigger }) => trigger.definition.mechanism !== 'poll').map(explainInvoker),
    needs: needs.flatMap(explainNeed),
    may: accountOf(role.grants, iam).map(explainAccess),
  };
}

function explainAccess({ isImplicit, level, ...access }: Access): AccessExplanation {
  return { ...access, level: level ?? null, implicit: isImplicit };
}

function explainInvoker({ trigger, verdict, grantedBy, callerRole }: Invoker): InvokerExplanation {
  const { mechanism, principal } = trigger.definition;
  return {
    trigger: trigger.name,
    type: trigger.resource.type,
    property: trigger.property,
    principal: principal ?? null,
    action: 'lambda:InvokeFunction',
    qualifier: shown(trigger.target.qualifier),
    mechanism: mechanism === 'poll' ? 'none' : mechanism,
    verdict,
    grantedBy: [
      ...grantedBy.map(({ logicalId, origin }) => (origin === 'sam' ? `${logicalId} (SAM)` : logicalId)),
      ...(verdict === 'granted' ? new Set(callerRole?.by.map(({ label }) => label)) : []),
    ],
  };
}

function explainNeed({ need, actions }: NeedCoverage): readonly NeedExplanation[] {
  return need.grants.map((grant) => {
    const own = actions.filter((coverage) => coverage.grant === grant);
    const by = own.flatMap(({ grantedBy }) => grantedBy);
    return {
      need: need.kind,
      subject: need.subject,
      actions: grant.actions,
      resource: display(grant.written),
      because: need.definition.because,
      verdict: worst(own.map(({ verdict }) => verdict)),
      grantedBy: [...new Set(by.map(({ label }) => label))],
      missing: own.filter(isLacking).map(({ action }) => action),
      statements: [...new Set(by.map(({ statement }) => statementWords(statement)))],
    };
  });
}

function isLacking({ verdict }: ActionCoverage): boolean {
  return verdict === 'missing' || verdict === 'denied';
}

function statementWords({ effect, actions, resources }: Statement): string {
  return `${effect} ${clauseWords(actions)}${resources ? ` on ${clauseWords(resources)}` : ''}`;
}

function clauseWords(clause: Clause | undefined): string {
  const values = clause?.values.map(({ value }) => display(value)).join(', ') ?? '';
  return clause?.negated ? `everything but ${values}` : values;
}

const BY_GRAVITY: readonly Verdict[] = ['denied', 'missing', 'unknown', 'granted'];

/** The gravest of some verdicts; `granted` without any. */
export function worst(verdicts: readonly Verdict[]): Verdict {
  return BY_GRAVITY.find((verdict) => verdicts.includes(verdict)) ?? 'granted';
}

function explainPermission(permission: InvokePermission): PermissionExplanation {
  return {
    logicalId: permission.logicalId,
    origin: permission.origin,
    function: permission.target.logicalId ?? null,
    qualifier: shown(permission.target.qualifier),
    action: display(permission.action),
    principal: display(permission.principal),
    sourceArn: shown(permission.sourceArn),
    sourceAccount: shown(permission.sourceAccount),
    functionUrlAuthType: shown(permission.functionUrlAuthType),
    invokedViaFunctionUrl: permission.invokedViaFunctionUrl ?? null,
  };
}
