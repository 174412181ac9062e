import type { Resource } from '../cloudformation/index.ts';
import type { ActionId, Statement } from '../iam/index.ts';
import type { Guard, SymbolicString, Ternary } from '../symbolic/index.ts';
import type { SyntaxNode } from '../syntax/index.ts';
import type { Span } from '../text/span.ts';

/** A Lambda function of the template. */
export interface LambdaFunction {
  readonly logicalId: string;
  readonly resource: Resource;
  /** `AWS::Serverless::Function`: SAM makes its permissions and, without `Role`, its role. */
  readonly isSam: boolean;
  /** The alias of `AutoPublishAlias`, to which SAM's triggers point. */
  readonly autoPublishAlias: SymbolicString | undefined;
  readonly guard: Guard;
}

/** What a value names: a function of this template, perhaps with an alias or version; or something that cannot be told. */
export interface FunctionReference {
  /** Absent when the value certainly or possibly names a function that is not of this template. */
  readonly logicalId: string | undefined;
  /** The alias or version behind the function's name; `undefined` for the function itself. */
  readonly qualifier: SymbolicString | undefined;
  /** The value that names it, in canonical form. */
  readonly value: SymbolicString;
}

export type Confidence = 'high' | 'medium' | 'low';

/**
 * Who lets a service call the function: a permission in the function's resource-based policy, a role that the service assumes,
 * the execution role (Lambda polls), or nobody (`none`, and `reason` says why).
 */
export type Mechanism = 'resource-policy' | 'caller-role' | 'poll' | 'none';

/** One way to have a function called: a row of the trigger table. */
export interface TriggerDefinition {
  /** Kebab-case, unique: `s3-bucket-notification`. */
  readonly id: string;
  /** As people call it: `Amazon S3 bucket notification`. */
  readonly title: string;
  readonly mechanism: Mechanism;
  /** The service principal that calls; `undefined` when no service principal does. May hold `${AWS::Region}`. */
  readonly principal: string | undefined;
  /** For `caller-role`: the service principal that assumes the role. */
  readonly callerPrincipal?: string;
  readonly docsUrl: string;
  readonly confidence: Confidence;
  /** Whether the service checks the permission when the trigger is deployed (then the trigger must depend on it). */
  readonly checkedAtDeployment: boolean;
  /** For `none` and `caller-role`: why no permission on the function is needed. */
  readonly reason: string | undefined;
}

/** A place in the template that has a function called. */
export interface Trigger {
  readonly definition: TriggerDefinition;
  /** The resource that holds the property; for a SAM event the function itself. */
  readonly resource: Resource;
  /** As the author calls it: `Bucket`, or `Worker.Events.Upload` for a SAM event. */
  readonly name: string;
  /** The property's path below `Properties`: `NotificationConfiguration.LambdaConfigurations.0.Function`. */
  readonly property: string;
  /** The value that names the function: what a finding underlines. */
  readonly span: Span;
  readonly node: SyntaxNode;
  readonly target: FunctionReference;
  /** The ARN that the service presents as `aws:SourceArn`, canonical, `*` for a part that is free; `undefined` when it presents none. */
  readonly source: SymbolicString | undefined;
  /** Whether the source ARN carries no account, so that a permission should name the account too (S3). */
  readonly needsSourceAccount: boolean;
  /** For `caller-role`: the property that names the role. */
  readonly role: SyntaxNode | undefined;
  readonly guard: Guard;
}

/** A statement of a function's resource-based policy: an `AWS::Lambda::Permission` of the template, or one that SAM makes. */
export interface InvokePermission {
  readonly logicalId: string;
  readonly origin: 'template' | 'sam';
  /** The permission's own resource; for SAM's the resource that it is made for (the function, an API, a connector). */
  readonly resource: Resource;
  readonly target: FunctionReference;
  /** As written or as SAM writes it, not canonical: what `explain` shows. */
  readonly action: SymbolicString;
  readonly principal: SymbolicString;
  readonly sourceArn: SymbolicString | undefined;
  readonly sourceAccount: SymbolicString | undefined;
  readonly functionUrlAuthType: SymbolicString | undefined;
  readonly invokedViaFunctionUrl: boolean | undefined;
  readonly eventSourceToken: SymbolicString | undefined;
  readonly principalOrgId: SymbolicString | undefined;
  readonly guard: Guard;
}

export type Verdict = 'granted' | 'denied' | 'missing' | 'unknown';

/** A permission that nearly lets a trigger in, and what is wrong with it. */
export interface NearMiss {
  readonly permission: InvokePermission;
  readonly differs: readonly ('action' | 'principal' | 'function' | 'qualifier' | 'source' | 'account')[];
}

/** Whether a trigger may call its function. */
export interface Invoker {
  readonly trigger: Trigger;
  readonly verdict: Verdict;
  readonly grantedBy: readonly InvokePermission[];
  readonly nearMisses: readonly NearMiss[];
  /** For `caller-role`, where the role is of this template or SAM's making. */
  readonly callerRole?: CallerRole;
}

/** The role that a service calls a function with, and whether it can. */
export interface CallerRole {
  readonly logicalId: string;
  /** `sam`: SAM generates it for the `owner`; otherwise the owner is the role itself. */
  readonly origin: 'sam' | 'template';
  readonly owner: Resource;
  /** Whether it lets the service assume it. */
  readonly trusts: Ternary;
  /** Whether it allows the call, the function's resource-based policy included. */
  readonly allows: Verdict;
  /** What of the role allows or denies the call. */
  readonly by: readonly Grant[];
  /** All that the role is known to hold. */
  readonly grants: readonly Grant[];
  /** The function with its qualifier: what the role must allow calling, as the author would write it. */
  readonly written: SymbolicString;
}

export type NeedKind =
  | 'event-source'
  | 'dead-letter'
  | 'destination'
  | 'vpc'
  | 'tracing'
  | 'logs'
  | 'file-system'
  | 'key'
  | 'durable'
  | 'image'
  | 'code';

/** Something that a function's execution role must be allowed, and why. */
export interface Need {
  readonly kind: NeedKind;
  /** The mapping or property it comes from: `Worker.Events.Jobs`, `JobsMapping`, `Worker.DeadLetterConfig`. */
  readonly subject: string;
  /** What the finding underlines. */
  readonly span: Span;
  readonly resource: Resource;
  /** The row of the needs table. */
  readonly definition: NeedDefinition;
  readonly grants: readonly NeededGrant[];
  readonly guard: Guard;
}

/** Actions that are needed together on one resource. */
export interface NeededGrant {
  readonly actions: readonly ActionId[];
  /** Canonical, `*` where the action takes no resource. */
  readonly on: SymbolicString;
  /** As the author would write it (not canonical): what a fix inserts and `explain` shows. */
  readonly written: SymbolicString;
  /** `required`: without it the mapping fails. `documented`: AWS lists it, its absence alone may not break. */
  readonly level: 'required' | 'documented';
  /** Any one of the actions is enough. */
  readonly anyOf?: boolean;
}

export interface NeedDefinition {
  readonly id: string;
  readonly title: string;
  readonly because: string;
  readonly docsUrl: string;
  readonly severity: 'error' | 'warning';
  /** Whether deployment fails without it, or only the work at run time. */
  readonly outcome: 'deploy-fails' | 'access-denied' | 'no-effect' | 'trigger-silent';
}

export type GrantSource = 'inline-policy' | 'managed-policy' | 'sam-policy-template' | 'sam-connector' | 'sam-implicit';

/** A statement of an execution role, and where it comes from. */
export interface Grant {
  readonly statement: Statement;
  readonly source: GrantSource;
  /** As `explain` names it: `FnRole (SAM)`, `WorkerPolicy`, `AWSLambdaBasicExecutionRole`. */
  readonly label: string;
  readonly guard: Guard;
}

export interface ExecutionRole {
  readonly origin: 'sam' | 'template' | 'external' | 'none';
  /** The role's logical id, SAM's generated one (`WorkerRole`) included. */
  readonly logicalId: string | undefined;
  /** The role of the template; absent for a generated or external one. */
  readonly resource: Resource | undefined;
  /** Names of the managed policies, ARNs reduced to the name where they are AWS's. */
  readonly managedPolicies: readonly string[];
  readonly grants: readonly Grant[];
  /** False when the role may hold grants that cannot be seen here: nothing is "missing" then. */
  readonly complete: boolean;
  /** The most that the role's permissions boundary lets through; absent without one. */
  readonly boundary?: PermissionsBoundary | undefined;
}

/** A policy that a role's grants count only within. */
export interface PermissionsBoundary {
  readonly grants: readonly Grant[];
  /** False when it may let through more than can be seen here. */
  readonly complete: boolean;
}

export interface NeedCoverage {
  readonly need: Need;
  readonly verdict: Verdict;
  readonly actions: readonly ActionCoverage[];
}

export interface ActionCoverage {
  readonly action: ActionId;
  readonly grant: NeededGrant;
  readonly verdict: Verdict;
  readonly grantedBy: readonly Grant[];
}

/** All that is known about one function's permissions. */
export interface FunctionPermissions {
  readonly fn: LambdaFunction;
  readonly role: ExecutionRole;
  readonly invokers: readonly Invoker[];
  readonly needs: readonly NeedCoverage[];
}

export interface PermissionGraph {
  readonly functions: readonly FunctionPermissions[];
  /** Every `AWS::Lambda::Permission` that exists after deployment, in the order of the template, SAM's behind the resource they come from. */
  readonly permissions: readonly InvokePermission[];
  /** Triggers whose function is not of this template or cannot be told. */
  readonly strayTriggers: readonly Trigger[];
}
