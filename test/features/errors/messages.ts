import type { PastedError } from '../../../server/src/features/errors/index.ts';

/** What a message says; what is left out must not be read from it. */
type Reading = Partial<Omit<PastedError, 'form'>>;

const WORKER = {
  text: 'arn:aws:sts::123456789012:assumed-role/shop-WorkerRole-1A2B3C4D5E6F/shop-Worker-Q1W2E3R4T5Y6',
  kind: 'role',
  account: '123456789012',
  name: 'shop-WorkerRole-1A2B3C4D5E6F',
  session: 'shop-Worker-Q1W2E3R4T5Y6',
} as const;
const FUNCTION = 'arn:aws:lambda:eu-west-1:123456789012:function:shop-Worker';

/** A message for each row of the table, as people paste it, and what it says. */
export const MESSAGES: readonly (readonly [form: string, text: string, reading: Reading])[] = [
  [
    'not-authorized',
    `User: ${WORKER.text} is not authorized to perform: dynamodb:Query on resource: arn:aws:dynamodb:eu-west-1:123456789012:table/shop-Orders-XYZ/index/byDate because no identity-based policy allows the dynamodb:Query action`,
    {
      caller: WORKER,
      action: 'dynamodb:Query',
      resource: 'arn:aws:dynamodb:eu-west-1:123456789012:table/shop-Orders-XYZ/index/byDate',
      reason: { policy: 'identity-based policy', denied: false, arn: undefined },
    },
  ],
  [
    'web-identity',
    'Error: Could not assume role with OIDC: Not authorized to perform sts:AssumeRoleWithWebIdentity',
    { action: 'sts:AssumeRoleWithWebIdentity' },
  ],
  [
    'assume-role',
    'An error occurred (AccessDenied) when calling the AssumeRole operation: Not authorized to perform sts:AssumeRole',
    { action: 'sts:AssumeRole' },
  ],
  [
    'encoded-message',
    'You are not authorized to perform this operation. Encoded authorization failure message: 4VgQ-qXbR_9aa',
    {},
  ],
  ['cross-account-pass-role', 'AccessDeniedException: Cross-account pass role is not allowed.', {}],
  [
    'capabilities',
    'An error occurred (InsufficientCapabilitiesException) when calling the CreateChangeSet operation: Requires capabilities : [CAPABILITY_NAMED_IAM]',
    { operation: 'CreateChangeSet' },
  ],
  ['stack-api', 'API: s3:PutBucketPolicy Access Denied', { action: 's3:PutBucketPolicy' }],
  [
    'stack-handler',
    'Opened | CREATE_FAILED | Resource handler returned message: "Access denied for operation \'AWS::Lambda::Permission\'."',
    { logicalId: 'Opened' },
  ],
  [
    'encrypted',
    'An error occurred (AccessDeniedException) when calling the GetParameter operation: The ciphertext refers to a customer master key that does not exist, does not exist in this region, or you are not allowed to access.',
    { operation: 'GetParameter' },
  ],
  ['forbidden', 'HTTP/1.1 403 Forbidden', {}],
  [
    'sqs-queue',
    'AccessDenied: Access to the resource https://sqs.eu-west-1.amazonaws.com/123456789012/shop-jobs is denied.',
    { resource: 'arn:aws:sqs:eu-west-1:123456789012:shop-jobs' },
  ],
  [
    'operation-refused',
    '[ERROR] ClientError: An error occurred (AccessDenied) when calling the GetObject operation: Access Denied',
    { service: 'S3', operation: 'GetObject' },
  ],
  [
    'sdk-refused',
    'operation error S3: HeadObject, https response error StatusCode: 403, RequestID: 1A2B, HostID: x=, api error Forbidden: Forbidden',
    { service: 'S3', operation: 'HeadObject' },
  ],
  [
    'php-refused',
    'Error executing "SendMessage" on "https://sqs.eu-west-1.amazonaws.com/"; AWS HTTP error: Client error: 403 AccessDenied (client)',
    { service: 'sqs', operation: 'SendMessage' },
  ],
  ['s3-access-denied', 'AccessDenied: Access Denied\n    at throwDefaultError (/var/task/index.js:1:2)', {}],
  [
    'access-denied',
    '{"__type":"AccessDeniedException","message":""} logged by /aws/lambda/shop-Worker',
    { function: 'shop-Worker' },
  ],
  [
    'role-cannot-call',
    'The provided execution role does not have permissions to call ReceiveMessage on SQS (Service: AWSLambda; Status Code: 400; Error Code: InvalidParameterValueException)',
    { operation: 'ReceiveMessage', service: 'SQS' },
  ],
  [
    'cannot-access-stream',
    'Cannot access stream arn:aws:kinesis:eu-west-1:123456789012:stream/clicks. Please ensure the role can perform the GetRecords, GetShardIterator, DescribeStream, ListShards, and ListStreams Actions on your stream in IAM.',
    { resource: 'arn:aws:kinesis:eu-west-1:123456789012:stream/clicks' },
  ],
  [
    'role-not-assumable',
    'The role defined for the function cannot be assumed by Lambda. (Service: Lambda, Status Code: 400)',
    {},
  ],
  [
    'role-not-assumable-at-edge',
    "InvalidLambdaFunctionAssociation: The function's execution role must be assumable with edgelambda.amazonaws.com as well as lambda.amazonaws.com principals. Update the IAM role and try again. Role: arn:aws:iam::123456789012:role/edge",
    {},
  ],
  [
    'environment-key',
    "Lambda was unable to decrypt the environment variables because KMS access was denied. Please check the function's KMS key settings. KMS Exception: AccessDeniedException",
    {},
  ],
  ['image-access', 'Lambda does not have permission to access the ECR image. Check the ECR permissions.', {}],
  [
    'code-access',
    'Your access has been denied by S3, please make sure your request credentials have permission to GetObject for shop-artifacts/worker.zip. S3 Error Code: AccessDenied.',
    { operation: 'GetObject' },
  ],
  ['network-interface', 'EC2AccessDeniedException: Lambda was not authorized to perform the EC2 call', {}],
  ['file-system', "EFSMountFailureException: The function couldn't mount the Amazon EFS file system", {}],
  ['kafka-authorization', 'PROBLEM: Cluster failed to authorize Lambda.', {}],
  ['policy-too-large', 'The final policy size (20643) is bigger than the limit (20480).', {}],
  [
    'function-url',
    '{"Message":"Forbidden. For troubleshooting Function URL authorization issues, see: https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html"}',
    {},
  ],
  [
    'api-gateway-invoke',
    '(b7e1) Execution failed due to configuration error: Invalid permissions on Lambda function\n(b7e1) Method completed with status: 500',
    {},
  ],
  [
    'api-gateway-assume',
    'Execution failed due to configuration error: API Gateway does not have permission to assume the provided role arn:aws:iam::123456789012:role/api',
    { role: 'arn:aws:iam::123456789012:role/api' },
  ],
  ['s3-notification', 'Unable to validate the following destination configurations (Service: Amazon S3; Status Code: 400)', {}],
  [
    'logs-subscription',
    'Could not execute the lambda function. Make sure you have given CloudWatch Logs permission to execute your function.',
    {},
  ],
  [
    'load-balancer',
    `elasticloadbalancing principal does not have permission to invoke ${FUNCTION} from target group arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/x/1`,
    { function: FUNCTION },
  ],
  [
    'secret-rotation',
    'Secrets Manager cannot invoke the specified Lambda function. Ensure that the function policy grants access to the principal secretsmanager.amazonaws.com.',
    {},
  ],
  ['receipt-rule', `InvalidLambdaFunction: Could not invoke Lambda function: ${FUNCTION}`, { function: FUNCTION }],
  [
    'config-rule',
    `The AWS Lambda function ${FUNCTION} cannot be invoked. Check the specified function ARN, and check the function's permissions.`,
    { function: FUNCTION },
  ],
  ['cognito-trigger', 'PreSignUp invocation failed due to error AccessDeniedException.', {}],
  ['event-rule-target', `{"ERROR_CODE":"NO_PERMISSIONS","TARGET_ARN":"${FUNCTION}"}`, { function: FUNCTION }],
  ['event-rule-role', 'ERROR_CODE = FAILED_TO_ASSUME_ROLE', {}],
  ['scheduler-role', 'The execution role you provide must allow AWS EventBridge Scheduler to assume the role.', {}],
  [
    'state-machine-role',
    'Neither the global service principal states.amazonaws.com, nor the regional one is authorized to assume the provided role.',
    {},
  ],
  [
    'state-machine-rule',
    "'arn:aws:iam::123456789012:role/flow' is not authorized to create managed-rule.",
    { role: 'arn:aws:iam::123456789012:role/flow' },
  ],
  ['firehose-invoke', '{"errorCode":"Lambda.InvokeAccessDenied","errorMessage":"Access was denied."}', {}],
  [
    'agent-invoke',
    `An error occurred (dependencyFailedException) when calling the InvokeAgent operation: Access denied while invoking Lambda function ${FUNCTION}. Check the permissions on Lambda function and retry.`,
    { function: FUNCTION, operation: 'InvokeAgent' },
  ],
  [
    'alexa-skill',
    `The trigger setting for the Lambda ${FUNCTION} is invalid. Error code: SkillManifestError`,
    { function: FUNCTION },
  ],
  [
    'code-deploy',
    'The IAM role arn:aws:iam::123456789012:role/deploys does not give you permission to perform operations in the following AWS service: AWSLambda.',
    { role: 'arn:aws:iam::123456789012:role/deploys', service: 'AWSLambda' },
  ],
];

/** The first of them. */
export const REFUSED = MESSAGES[0]?.[1] ?? '';
export { WORKER as CALLER };
