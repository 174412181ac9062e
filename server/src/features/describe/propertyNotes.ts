/** What a property has to do with permissions. */
export interface PropertyNote {
  /** What has the property: `function`, `event source mapping`. */
  readonly of: string;
  readonly text: string;
  readonly docsUrl: string;
}

/** The note on a property of a resource type; `undefined` where the property decides on no permission. */
export function propertyNote(type: string, name: string): PropertyNote | undefined {
  return NOTES.find(({ types, names }) => types.includes(type) && names.includes(name));
}

interface NoteRow extends PropertyNote {
  readonly types: readonly string[];
  readonly names: readonly string[];
}

const LAMBDA = 'https://docs.aws.amazon.com/lambda/latest/dg/';
const SAM = 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/';
const IAM = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/';
const EXECUTION_ROLE = `${LAMBDA}lambda-intro-execution-role.html`;

const SAM_FUNCTION: readonly string[] = ['AWS::Serverless::Function'];
const FUNCTIONS: readonly string[] = ['AWS::Lambda::Function', ...SAM_FUNCTION];
const MAPPING: readonly string[] = ['AWS::Lambda::EventSourceMapping'];
const ROLE: readonly string[] = ['AWS::IAM::Role'];

/** Each with its page. */
const NOTES: readonly NoteRow[] = [
  {
    types: FUNCTIONS,
    names: ['Role'],
    of: 'function',
    text: 'The execution role: what the function may call, and what Lambda may do for it. In SAM, a role given here means that SAM makes none: `Policies` and what events need must then stand in this role.',
    docsUrl: EXECUTION_ROLE,
  },
  {
    types: [...SAM_FUNCTION, 'AWS::Serverless::StateMachine'],
    names: ['Policies'],
    of: 'SAM',
    text: 'What goes into the role that SAM makes: policy templates, names or ARNs of managed policies, and policy documents. Ignored where `Role` is set.',
    docsUrl: `${SAM}sam-resource-function.html`,
  },
  {
    types: [...SAM_FUNCTION, 'AWS::Serverless::StateMachine', ...ROLE],
    names: ['PermissionsBoundary'],
    of: 'role',
    text: 'The most that the role may do: what this policy does not allow is out of reach, whatever the role’s own policies say. It grants nothing itself.',
    docsUrl: `${IAM}access_policies_boundaries.html`,
  },
  {
    types: [...SAM_FUNCTION, ...ROLE],
    names: ['AssumeRolePolicyDocument'],
    of: 'role',
    text: 'The trust policy: who may assume the role. An execution role must trust `lambda.amazonaws.com`. What the role may do stands in its other policies.',
    docsUrl: EXECUTION_ROLE,
  },
  {
    types: ROLE,
    names: ['Policies'],
    of: 'role',
    text: 'The inline policies of the role: what whoever assumes it may call.',
    docsUrl: `${IAM}access_policies_managed-vs-inline.html`,
  },
  {
    types: ROLE,
    names: ['ManagedPolicyArns'],
    of: 'role',
    text: 'The managed policies of the role, by their ARNs. Those of AWS may have a path: `service-role/AWSLambdaBasicExecutionRole`.',
    docsUrl: `${IAM}access_policies_managed-vs-inline.html`,
  },
  {
    types: SAM_FUNCTION,
    names: ['Events'],
    of: 'SAM function',
    text: 'What has the function called. For services that call, SAM makes the Lambda permission; for sources that Lambda polls, it adds to the role that it makes, unless `Role` is set.',
    docsUrl: `${SAM}sam-property-function-eventsource.html`,
  },
  {
    types: SAM_FUNCTION,
    names: ['FunctionUrlConfig'],
    of: 'SAM function',
    text: 'The URL of the function. With `AuthType: NONE` SAM makes both permissions that a public URL needs; with `AWS_IAM` callers need theirs in their own policies.',
    docsUrl: `${LAMBDA}urls-auth.html`,
  },
  {
    types: SAM_FUNCTION,
    names: ['AutoPublishAlias'],
    of: 'SAM function',
    text: 'SAM publishes a version and points this alias to it. Its triggers call the alias, so the permissions are on the alias and not on the function.',
    docsUrl: `${SAM}automating-updates-to-serverless-apps.html`,
  },
  {
    types: MAPPING,
    names: ['EventSourceArn'],
    of: 'event source mapping',
    text: 'What Lambda polls, with the execution role of the function: that role must allow reading it. No Lambda permission is needed.',
    docsUrl: `${LAMBDA}invocation-eventsourcemapping.html`,
  },
  {
    types: MAPPING,
    names: ['FunctionName'],
    of: 'event source mapping',
    text: 'The function that gets the records. Lambda itself calls it, so no Lambda permission is needed; its execution role must allow reading the source.',
    docsUrl: `${LAMBDA}invocation-eventsourcemapping.html`,
  },
  {
    types: MAPPING,
    names: ['DestinationConfig'],
    of: 'event source mapping',
    text: 'Where Lambda sends records that failed, with the execution role of the function: it must allow sending there.',
    docsUrl: `${LAMBDA}invocation-async-retain-records.html`,
  },
  {
    types: MAPPING,
    names: ['SourceAccessConfigurations', 'SelfManagedEventSource'],
    of: 'event source mapping',
    text: 'How Lambda gets to the source: the execution role must allow reading the secrets named here (`secretsmanager:GetSecretValue`) and, for subnets and security groups, managing network interfaces.',
    docsUrl: `${LAMBDA}invocation-eventsourcemapping.html`,
  },
  {
    types: MAPPING,
    names: ['KmsKeyArn'],
    of: 'event source mapping',
    text: 'The key that encrypts the filter criteria. Its key policy must let `lambda.amazonaws.com` decrypt; the execution role has nothing to do with it.',
    docsUrl: `${LAMBDA}invocation-eventfiltering.html`,
  },
  {
    types: ['AWS::Lambda::Url'],
    names: ['AuthType'],
    of: 'function URL',
    text: 'Who may call the URL: `AWS_IAM` takes signed requests of callers who are allowed to; `NONE` leaves it to the function’s resource-based policy, which must let everybody in by two permissions.',
    docsUrl: `${LAMBDA}urls-auth.html`,
  },
  {
    types: ['AWS::Lambda::Url'],
    names: ['TargetFunctionArn', 'Qualifier'],
    of: 'function URL',
    text: 'The function, or the alias, that the URL calls: the permissions must be on just that.',
    docsUrl: `${LAMBDA}urls-auth.html`,
  },
  {
    types: ['AWS::Serverless::Connector'],
    names: ['Source', 'Destination', 'Permissions'],
    of: 'SAM connector',
    text: 'SAM writes the permissions by which the source may read from (`Read`) or write to (`Write`) the destination: into the role of one of the two, or as a Lambda permission.',
    docsUrl: `${SAM}managing-permissions-connectors.html`,
  },
];
