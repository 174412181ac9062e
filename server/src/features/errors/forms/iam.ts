import type { ErrorForm } from '../model.ts';

/** What IAM and the APIs themselves say when a request is refused; the most telling first. */
export const IAM_FORMS: readonly ErrorForm[] = [
  {
    id: 'not-authorized',
    title: 'IAM refused a request',
    pattern:
      /(?<=(?<user>[^\s"'<>(]{1,600})) is not authorized to perform:? (?<action>[A-Za-z0-9-]+:[A-Za-z0-9*]+)(?: on (?:the )?resource:? (?:"(?<quoted>[^"]{1,2048})"|(?<resource>[^\s"'<>]{1,2048})))?/i,
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html',
    lack: 'caller',
    advice: 'Allow the action on the resource in a policy of the caller.',
  },
  {
    id: 'web-identity',
    title: 'A role was not given to the holder of a token',
    pattern: /Not authorized to perform:? (?<action>sts:AssumeRoleWith(?:WebIdentity|SAML))/i,
    source: 'https://github.com/aws/aws-sdk-js-v3/issues/6225',
    lack: 'trust-policy',
    rules: ['web-identity-without-condition', 'wide-github-subject', 'assume-action-mismatch', 'federated-provider-format'],
    advice:
      'The role’s trust policy must name the provider under `Federated`, allow `sts:AssumeRoleWithWebIdentity`, and its conditions on the audience and the subject must fit the token.',
  },
  {
    id: 'assume-role',
    title: 'A role may not be assumed',
    pattern: /Not authorized to perform:? (?<action>sts:AssumeRole)\b/i,
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_roles.html',
    lack: 'trust-policy',
    advice: 'The role’s trust policy must name the caller, and the caller’s own policy must allow `sts:AssumeRole` on the role.',
  },
  {
    id: 'encoded-message',
    title: 'A request was refused, and the reason is encoded',
    pattern: /Encoded authorization failure message: ?[\w-]+/i,
    source: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html',
    lack: 'deployer',
    advice:
      'Decode the message with `aws sts decode-authorization-message --encoded-message MESSAGE`, which takes the permission `sts:DecodeAuthorizationMessage`; it names the caller, the action, the resource and whether a statement denies it. Paste what it says here.',
  },
  {
    id: 'cross-account-pass-role',
    title: 'The role belongs to another account',
    pattern: /Cross-account pass role is not allowed/i,
    source: 'https://github.com/artilleryio/chaos-lambda/issues/29',
    lack: 'deployer',
    advice:
      'A service can only be given a role of the account in which it works. Deploy with credentials of the account of the role, or name a role of the account that you deploy to: check the account number in the role’s ARN.',
  },
  {
    id: 'capabilities',
    title: 'CloudFormation was not told that the template makes IAM resources',
    pattern: /Requires capabilities ?: ?\[?CAPABILITY_/i,
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html',
    lack: 'deployer',
    advice:
      'Deploy with the capability that the message names: `--capabilities CAPABILITY_IAM`, `CAPABILITY_NAMED_IAM` where roles or policies have names of their own, `CAPABILITY_AUTO_EXPAND` for macros and nested applications.',
  },
  {
    id: 'stack-api',
    title: 'CloudFormation was refused a request',
    pattern: /API: (?<action>[a-z0-9-]+:[A-Za-z]+) (?:Access Denied|You are not authorized)/i,
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html',
    lack: 'deployer',
    advice:
      'Allow the action in a policy of whoever deploys: the role that CloudFormation is given, or the caller’s own identity.',
  },
  {
    id: 'stack-handler',
    title: 'CloudFormation was refused a request',
    pattern: /Access denied for operation '[\w:. -]{1,120}'/i,
    source: 'https://github.com/aws-solutions-library-samples/cloud-intelligence-dashboards-framework/issues/157',
    lack: 'deployer',
    advice:
      'The message does not say which action. The type’s page in the CloudFormation registry lists what its handlers call (`handlers`, `permissions`): whoever deploys, or the role that CloudFormation is given, must be allowed that. CloudTrail has the call that was refused.',
  },
  {
    id: 'encrypted',
    title: 'A key may not be used',
    pattern: /The ciphertext refers to a (?:customer master|KMS) key that does not exist/i,
    source: 'https://github.com/aceew/aws-lambda-env-vars/issues/7',
    lack: 'caller',
    actions: ['kms:Decrypt'],
    advice:
      'What is read is encrypted. Allow `kms:Decrypt` on the key in a policy of the caller, in the Region of the key; what is written also takes `kms:GenerateDataKey`.',
  },
  {
    id: 'sqs-queue',
    title: 'Amazon SQS refused access to a queue',
    pattern: /Access to the resource (?<queue>https?:\/\/[^\s"']+) is denied/i,
    source: 'https://github.com/serverless/examples/issues/252',
    lack: 'caller',
    advice:
      'Allow the action on the queue in a policy of the caller; from another account the queue’s own policy must allow it as well.',
  },
  {
    id: 'operation-refused',
    title: 'An API operation was refused',
    pattern:
      /[Aa]n error occurred \((?:AccessDenied\w*|403|Forbidden|UnauthorizedOperation|AuthorizationError\w*|KMS\.AccessDeniedException|NotAuthorized)\) when calling the (?<operation>\w+) operation(?:[^:]{0,40}: (?<s3>Access Denied))?/,
    source: 'https://docs.aws.amazon.com/boto3/latest/guide/error-handling.html',
    lack: 'caller',
    advice:
      'Allow the action behind the operation in a policy of the caller, which is the execution role where a function logged this.',
  },
  {
    id: 'sdk-refused',
    title: 'An API operation was refused',
    pattern:
      /operation error (?<service>[A-Za-z0-9 ]{1,60}): (?<operation>\w{1,100}), .{0,400}?(?:AccessDenied|UnauthorizedOperation|AuthorizationError|StatusCode: 403)/i,
    source: 'https://docs.aws.amazon.com/sdk-for-go/v2/developer-guide/handle-errors.html',
    lack: 'caller',
    advice:
      'Allow the action behind the operation in a policy of the caller, which is the execution role where a function logged this.',
  },
  {
    id: 'php-refused',
    title: 'An API operation was refused',
    pattern:
      /Error executing "(?<operation>\w{1,100})" on "https?:\/\/(?:[\w-]+\.)*?(?<service>[a-z0-9-]+)\.(?:[a-z]{2}(?:-[a-z]+)+-\d\.)?amazonaws\.com.{0,600}?AccessDenied/i,
    source: 'https://docs.aws.amazon.com/sdk-for-php/v3/developer-guide/getting-started_basic-usage.html',
    lack: 'caller',
    advice:
      'Allow the action behind the operation in a policy of the caller, which is the execution role where a function logged this.',
  },
];

/** What is left when nothing more telling is said: looked for last. */
export const BARE_FORMS: readonly ErrorForm[] = [
  {
    id: 's3-access-denied',
    title: 'Amazon S3 refused a request',
    pattern: /\bAccess Denied\b/,
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshoot-403-errors.html',
    lack: 'caller',
    advice:
      'Amazon S3 does not say what was refused. Objects take `s3:GetObject` or `s3:PutObject` on `BUCKET/*`, listing takes `s3:ListBucket` on the bucket itself; without the latter a missing object is also answered with 403. An encrypted object takes `kms:Decrypt` on the key.',
  },
  {
    id: 'forbidden',
    title: 'An API or a URL answered 403',
    pattern: /"message" ?: ?"Forbidden"|\b403 Forbidden\b|\bstatus code:? 403\b/i,
    source: 'https://repost.aws/knowledge-center/api-gateway-troubleshoot-403-forbidden',
    lack: 'elsewhere',
    advice:
      'In front of the function something refused the request: a missing API key or signature, the resource policy of the API, a web ACL, a private endpoint; at a function URL a permission is missing, if the answer says so. The header `x-amzn-ErrorType` of the answer tells which.',
  },
  {
    id: 'access-denied',
    title: 'A request was refused',
    pattern:
      /\b(?:AccessDenied(?:Exception)?|UnauthorizedOperation|AuthorizationErrorException|not authorized to|Not authorized)\b/i,
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html',
    lack: 'caller',
    advice:
      'The message does not say what was refused. CloudTrail has the caller, the action and the resource: look for events with the error code AccessDenied at that time.',
  },
];
