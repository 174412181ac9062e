import { ERROR_FORMS } from './forms/index.ts';
import type { Caller, ErrorForm, PastedError, Reason, RefusingPolicy } from './model.ts';
import { plainText } from './plainText.ts';

/**
 * Reads the error that people paste: a sentence of AWS's, alone or inside JSON, a log, a stack trace.
 *
 * @returns nothing for a text in which no known form of message is
 */
export function readError(text: string): PastedError | undefined {
  const plain = plainText(text);
  for (const form of ERROR_FORMS) {
    const found = form.pattern.exec(plain);
    if (found) return reading(form, found.groups ?? {}, plain);
  }
  return undefined;
}

type Groups = Readonly<Record<string, string | undefined>>;

/** IAM's own sentence about caller, action and resource, which other messages may quote. */
const SENTENCE = ERROR_FORMS.find(({ id }) => id === 'not-authorized')?.pattern;

function reading(form: ErrorForm, own: Groups, plain: string): PastedError {
  const sentence: Groups = SENTENCE?.exec(plain)?.groups ?? {};
  const found = (name: string): string | undefined => own[name] ?? sentence[name];
  const user = found('user');
  const queue = own['queue'];
  const resource = found('quoted') ?? found('resource');
  return {
    form,
    caller: user === undefined ? undefined : callerOf(trimmed(user)),
    action: found('action'),
    operation: own['operation'] ?? (own['action'] === undefined ? operationIn(plain) : undefined),
    // Amazon S3 alone says it in these two words.
    service: own['s3'] === undefined ? own['service']?.trim() : 'S3',
    resource: resource === undefined ? queue && queueArn(queue) : trimmed(resource),
    reason: reasonIn(plain),
    function: own['function'] === undefined ? functionIn(plain) : trimmed(own['function']),
    role: own['role'] && trimmed(own['role']),
    logicalId: failedResourceIn(plain),
  };
}

/** Without the punctuation that ends a sentence or closes a quotation. */
function trimmed(text: string): string {
  return text.replace(/[.,;:)\]}]+$/, '').replace(/^User:/i, '');
}

/** The operation that the AWS CLI or an SDK tells in front of the message. */
function operationIn(plain: string): string | undefined {
  return /when calling the (\w{1,100}) operation/i.exec(plain)?.[1];
}

/** A function that the text names by its ARN or its log group. */
function functionIn(plain: string): string | undefined {
  return /arn:[\w-]{1,20}:lambda:[\w-]{1,30}:\d{12}:function:[\w-]{1,140}|(?<=\/aws\/lambda\/)[\w-]{1,140}/.exec(plain)?.[0];
}

/** The logical id in an event of CloudFormation, as its tools print it: in front of the type or behind it. */
function failedResourceIn(plain: string): string | undefined {
  const event =
    /\b(?:CREATE|UPDATE)_FAILED\b[\s|:]{1,40}(?:(\w{1,255})[\s|:]{1,40}\(?)?AWS::\w+::\w+\)?(?:[\s|:]{1,40}(\w{1,255}))?/.exec(
      plain,
    );
  const bare = /\b([A-Za-z]\w{0,254}) ?\| ?(?:CREATE|UPDATE)_FAILED\b/.exec(plain);
  return event?.[1] ?? event?.[2] ?? bare?.[1];
}

/** `https://sqs.eu-west-1.amazonaws.com/123456789012/jobs` as an ARN. */
function queueArn(url: string): string | undefined {
  const [, region, account, name] = /\/\/sqs\.([\w-]+)\.amazonaws\.com\/(\d{12})\/([\w.-]+)/.exec(url) ?? [];
  return region === undefined ? undefined : `arn:aws:sqs:${region}:${account}:${name}`;
}

/** Sources: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html, and for sessions `reference_policies_elements_principal.html`. */
function callerOf(text: string): Caller {
  const [, service, account, resource = ''] = /^arn:[\w-]+:(\w+)::(\d{12}):(.+)$/.exec(text) ?? [];
  const [type = '', ...path] = resource.split('/');
  const base = { text, account };
  if (service === 'sts' && type === 'assumed-role') return { ...base, kind: 'role', name: path[0], session: path[1] };
  if (service === 'iam' && (type === 'role' || type === 'user'))
    return { ...base, kind: type, name: path.at(-1), session: undefined };
  const kind = resource === 'root' ? 'root' : /^anonymous$/i.test(text) ? 'anonymous' : 'other';
  return { ...base, kind, name: undefined, session: undefined };
}

const REASON =
  /(?<explicit>with an explicit deny in|because no) (?:an? |the )?(?<policy>identity-based|resource-based|permissions boundary|sessions?|service control|resource control|VPC endpoint|role trust)(?: polic(?:y|ies))?(?::? (?<arn>arn:[^\s"'<>]{1,300}))?/i;

const POLICIES: Readonly<Record<string, RefusingPolicy>> = {
  'identity-based': 'identity-based policy',
  'resource-based': 'resource-based policy',
  'permissions boundary': 'permissions boundary',
  session: 'session policy',
  sessions: 'session policy',
  'service control': 'service control policy',
  'resource control': 'resource control policy',
  'vpc endpoint': 'VPC endpoint policy',
  'role trust': 'role trust policy',
};

function reasonIn(plain: string): Reason | undefined {
  const groups = REASON.exec(plain)?.groups;
  if (!groups) return /with an explicit deny/i.test(plain) ? { policy: 'policy', denied: true, arn: undefined } : undefined;
  const policy = POLICIES[groups['policy']?.toLowerCase() ?? ''];
  const denied = /^with/i.test(groups['explicit'] ?? '');
  const arn = denied ? groups['arn'] : undefined;
  return policy && { policy, denied, arn: arn && trimmed(arn) };
}
