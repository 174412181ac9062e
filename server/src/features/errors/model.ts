/** What an error message says, as far as it says it. */
export interface PastedError {
  /** The row of the table that reads it. */
  readonly form: ErrorForm;
  /** Who was refused. */
  readonly caller: Caller | undefined;
  /** IAM's name for what was refused, as the message spells it: `dynamodb:Query`. */
  readonly action: string | undefined;
  /** The operation of the API, where the message names that instead: `GetObject`. */
  readonly operation: string | undefined;
  /** The service as the message calls it: `SQS`. */
  readonly service: string | undefined;
  /** What it was on: an ARN, or `*`. */
  readonly resource: string | undefined;
  /** Which kind of policy refused, where IAM tells. */
  readonly reason: Reason | undefined;
  /** The name or ARN of the function that is meant to be called, or that logged the message. */
  readonly function: string | undefined;
  /** The ARN of the role that is meant to be assumed or used. */
  readonly role: string | undefined;
  /** The resource of the template that CloudFormation could not make. */
  readonly logicalId: string | undefined;
}

/** Who made a request. */
export interface Caller {
  /** As the message has it. */
  readonly text: string;
  readonly kind: 'role' | 'user' | 'root' | 'anonymous' | 'other';
  readonly account: string | undefined;
  /** The name of the role or user, without path. */
  readonly name: string | undefined;
  /** Of an assumed role. Lambda names it after the function. */
  readonly session: string | undefined;
}

/**
 * Kinds of policies as IAM names them in its messages.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export type RefusingPolicy =
  | 'identity-based policy'
  | 'resource-based policy'
  | 'permissions boundary'
  | 'session policy'
  | 'service control policy'
  | 'resource control policy'
  | 'VPC endpoint policy'
  | 'role trust policy'
  /** Of a kind that the message does not tell. */
  | 'policy';

export interface Reason {
  readonly policy: RefusingPolicy;
  /** A statement denies it; otherwise no statement allows it. */
  readonly denied: boolean;
  /** The ARN of the policy, where the message tells. */
  readonly arn: string | undefined;
}

/** Where the permission is lacking that the message is about. */
export type Lack =
  /** Wherever the message says: IAM's own sentence about a caller. */
  | 'caller'
  /** The function's execution role. */
  | 'execution-role'
  /** The resource-based policy of the function. */
  | 'function-policy'
  /** A role that another service calls the function with. */
  | 'caller-role'
  /** The trust policy of a role. */
  | 'trust-policy'
  /** The policies of whoever deploys, which stand in no template. */
  | 'deployer'
  /** The policy of a key, a repository, …: the message says which. */
  | 'elsewhere';

/** One form of message: a row of the table. */
export interface ErrorForm {
  /** Kebab-case, unique. */
  readonly id: string;
  /** What has happened, as a heading. */
  readonly title: string;
  /** Groups by name: `user`, `action`, `operation`, `service`, `resource`, `function`, `role`. */
  readonly pattern: RegExp;
  /** Where the wording is documented, or a public source that quotes it. */
  readonly source: string;
  readonly lack: Lack;
  /** What to do, for whoever has no template at hand. */
  readonly advice: string;
  /** What it is about where the message does not say. */
  readonly actions?: readonly string[];
  /** The service principal that is to be let in, or to be trusted. */
  readonly principal?: string;
  /** The rules that find the same mistake in a template; by default those of the place where it is lacking. */
  readonly rules?: readonly string[];
}
