/** `service:Name`, spelled as AWS's reference spells it. */
export type ActionId = `${string}:${string}`;

export type AccessLevel = 'List' | 'Read' | 'Write' | 'Permissions management' | 'Tagging';

/** A resource type that an action may be limited to. */
export interface ActionResource {
  /** The name in the service's reference, `bucket` for instance. */
  readonly type: string;
  readonly required: boolean;
}

/** What AWS's Service Authorization Reference says about one action. */
export interface ActionInfo {
  readonly id: ActionId;
  readonly service: string;
  readonly name: string;
  readonly description: string;
  readonly accessLevel: AccessLevel;
  /** Empty: the action takes no resource, so only `*` works. */
  readonly resources: readonly ActionResource[];
  readonly conditionKeys: readonly string[];
  readonly dependentActions: readonly string[];
  /** An action that no API operation has: it only exists to be granted. */
  readonly permissionOnly: boolean;
  /** Operations of the AWS API (`Service: Operation`) that this action authorises under another name. */
  readonly operations: readonly string[];
  readonly docsUrl: string;
}

export interface ServiceInfo {
  /** The prefix of its actions: `s3`. */
  readonly prefix: string;
  readonly title: string;
  readonly actionCount: number;
  readonly docsUrl: string;
}

export interface ResourceTypeInfo {
  readonly service: string;
  readonly type: string;
  /** ARN patterns with `${Partition}`, `${Region}`, `${Account}` and names of their own. */
  readonly arns: readonly string[];
  readonly conditionKeys: readonly string[];
}

export interface ConditionKeyInfo {
  readonly key: string;
  /** `String`, `ARN`, `ArrayOfString` …: as AWS's reference names it. */
  readonly type: string;
  readonly description: string;
}

/** An operation of an AWS API whose IAM action has another name. */
export interface OperationInfo {
  /** The spelling used as if it were an action: `s3:HeadObject`. */
  readonly asAction: string;
  /** The action or actions to write instead, the first being the one that almost always is meant. */
  readonly actions: readonly ActionId[];
  /** A remark for the reader: when which one is meant. */
  readonly remark: string | undefined;
  readonly source: string;
  /**
   * `operation`: the API has it under this name. `misnomer`: nothing has, but people write it. `service`: the action exists, under
   * another service prefix (`stepfunctions:StartExecution`).
   */
  readonly kind: 'operation' | 'misnomer' | 'service';
}

/** The IAM reference, read from committed data. Lookups ignore letter case, as IAM does. */
export interface IamKnowledge {
  /** The day of the data, `2026-09-26`. */
  readonly date: string;
  services(): readonly ServiceInfo[];
  service(prefix: string): ServiceInfo | undefined;
  /** Cheaper than `action`: reads no details. */
  hasAction(id: string): boolean;
  action(id: string): ActionInfo | undefined;
  /** The actions that a pattern with `*` and `?` stands for, in alphabetical order; `*` in the service part is allowed. */
  actionsMatching(pattern: string): readonly ActionId[];
  /** All action names of a service, without the prefix. */
  actionNames(prefix: string): readonly string[];
  accessLevel(id: string): AccessLevel | undefined;
  /** When the text names an API operation rather than an action (or a name that AWS still accepts: then `undefined`). */
  operation(id: string): OperationInfo | undefined;
  /** Every name that is kept by hand with the action to write in its place, in the order of the table. */
  operations(): readonly OperationInfo[];
  /** Names that AWS accepts although its reference does not list them: `SNS:Receive`. */
  isLegacyAction(id: string): boolean;
  resourceType(service: string, type: string): ResourceTypeInfo | undefined;
  resourceTypes(service: string): readonly ResourceTypeInfo[];
  /** Also finds a key by an instance of its pattern: `aws:RequestTag/team` by `aws:RequestTag/${TagKey}`. */
  conditionKey(key: string): ConditionKeyInfo | undefined;
  /** The keys that a service's reference lists, global ones among them. */
  conditionKeys(service: string): readonly ConditionKeyInfo[];
  /** The keys that every service's requests may carry. */
  globalConditionKeys(): readonly ConditionKeyInfo[];
  /** The IAM prefix of a service named as an SDK, an endpoint or a console names it: `states` for `stepfunctions`. */
  servicePrefixFor(name: string): string | undefined;
}
