import type { ErrorForm } from '../model.ts';

const API = 'https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html';

/** What Lambda says when a function is created, configured or run. */
export const LAMBDA_FORMS: readonly ErrorForm[] = [
  {
    id: 'role-cannot-call',
    title: 'The execution role lacks a permission that Lambda needs',
    pattern:
      /execution role does(?: not|n't) have permissions? to (?:call|perform) (?:(?<action>[a-z0-9-]+:\w+)|(?<operation>\w+))(?: on (?:(?<resource>arn:[^\s"'<>]{1,600})|(?<service>[A-Za-z0-9]+)))?/i,
    source: 'https://github.com/aws/aws-cdk/issues/6770',
    lack: 'execution-role',
    advice:
      'Lambda tries this when it is deployed. Allow the action in the execution role; where the policy is a resource of its own, the function or mapping must wait for it (`DependsOn`).',
  },
  {
    id: 'cannot-access-stream',
    title: 'The execution role may not read the stream',
    pattern: /Cannot access stream (?<resource>arn:[^\s"'<>]{1,600})/i,
    source: 'https://github.com/aws-samples/lambda-refarch-webapp/issues/7',
    lack: 'execution-role',
    advice:
      'Allow the execution role to read the stream: `GetRecords`, `GetShardIterator`, `DescribeStream` (for Kinesis also `DescribeStreamSummary` and `ListShards`) on the stream’s ARN.',
  },
  {
    id: 'role-not-assumable',
    title: 'Lambda cannot assume the execution role',
    pattern: /The role defined for the function cannot be assumed by Lambda/i,
    source: 'https://github.com/alexcasalboni/aws-lambda-power-tuning/issues/69',
    lack: 'trust-policy',
    principal: 'lambda.amazonaws.com',
    rules: ['role-not-assumable-by-lambda'],
    advice:
      'The role’s trust policy must let `lambda.amazonaws.com` do `sts:AssumeRole`. A role that was made a moment ago may take some seconds to be known: deploy again.',
  },
  {
    id: 'role-not-assumable-at-edge',
    title: 'Lambda@Edge cannot assume the execution role',
    pattern: /execution role must be assumable with edgelambda\.amazonaws\.com/i,
    source: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-edge-permissions.html',
    lack: 'trust-policy',
    principal: 'edgelambda.amazonaws.com',
    rules: ['role-not-assumable-by-lambda'],
    advice: 'Name both `lambda.amazonaws.com` and `edgelambda.amazonaws.com` in the trust policy of the role.',
  },
  {
    id: 'environment-key',
    title: 'Lambda cannot decrypt the environment variables',
    pattern:
      /Lambda (?:was unable to|was not able to|couldn't|could not) decrypt the environment variables because (?:the )?(?:AWS )?KMS access was denied|KMSAccessDenied(?:Exception)?/i,
    source: 'https://repost.aws/knowledge-center/lambda-kmsaccessdeniedexception-errors',
    lack: 'elsewhere',
    actions: ['kms:Decrypt'],
    advice:
      'Lambda decrypts with a grant that is made for the execution role when the function is configured. A role that was deleted and made again under its name has lost it: give the function another role and then this one again, or touch its key. With a key of your own (`KmsKeyArn`), whoever deploys needs `kms:CreateGrant` and `kms:Encrypt` on it, and the key’s policy must allow it.',
  },
  {
    id: 'image-access',
    title: 'Lambda may not read the container image',
    pattern: /does not have permission to access the (?:ECR|specified) image/i,
    source: 'https://github.com/aws-samples/bedrock-access-gateway/issues/127',
    lack: 'elsewhere',
    actions: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
    advice:
      'The repository’s policy must let `lambda.amazonaws.com` do `ecr:BatchGetImage` and `ecr:GetDownloadUrlForLayer`; the execution role plays no part. Lambda adds that itself where whoever deploys may do `ecr:GetRepositoryPolicy` and `ecr:SetRepositoryPolicy`; a repository of another account also has to name that account.',
  },
  {
    id: 'code-access',
    title: 'The deployment package may not be read',
    pattern:
      /Your access has been denied by S3, please make sure your request credentials have permission to (?<operation>\w+) for (?<object>[^\s"']+?)[.\s"']/i,
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/troubleshooting-deployment.html',
    lack: 'deployer',
    actions: ['s3:GetObject'],
    advice:
      'Lambda reads the package with the credentials of whoever deploys: they need `s3:GetObject` (with a version also `s3:GetObjectVersion`) on the object, and the bucket must be in the Region of the function. The execution role plays no part.',
  },
  {
    id: 'network-interface',
    title: 'The execution role may not attach the function to its VPC',
    pattern: /EC2AccessDeniedException|additional permissions to configure VPC settings/i,
    source: API,
    lack: 'execution-role',
    actions: [
      'ec2:CreateNetworkInterface',
      'ec2:DescribeNetworkInterfaces',
      'ec2:DescribeSubnets',
      'ec2:DeleteNetworkInterface',
      'ec2:AssignPrivateIpAddresses',
      'ec2:UnassignPrivateIpAddresses',
    ],
    advice: 'Attach AWSLambdaVPCAccessExecutionRole to the execution role, or allow its actions on `*`: they take no resource.',
  },
  {
    id: 'file-system',
    title: 'The function cannot mount its file system',
    pattern: /EFSMountFailureException|(?:couldn't|could not|failed to) mount the (?:\w+ ){0,3}file system/i,
    source: API,
    lack: 'execution-role',
    actions: ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite'],
    advice:
      'Allow `elasticfilesystem:ClientMount` and, to write, `elasticfilesystem:ClientWrite` in the execution role. If it does, look at the file system’s own policy, the access point’s user and the permissions of its root folder.',
  },
  {
    id: 'kafka-authorization',
    title: 'The Kafka cluster does not let Lambda read',
    pattern: /Cluster failed to authorize Lambda/i,
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/with-kafka-troubleshoot.html',
    lack: 'execution-role',
    actions: [
      'kafka-cluster:Connect',
      'kafka-cluster:DescribeGroup',
      'kafka-cluster:AlterGroup',
      'kafka-cluster:DescribeTopic',
      'kafka-cluster:ReadData',
      'kafka-cluster:DescribeClusterDynamicConfiguration',
    ],
    advice:
      'With IAM access control the execution role needs the `kafka-cluster` actions on cluster, topic and group; with SASL/SCRAM the user needs the access control list entries of the cluster.',
  },
  {
    id: 'policy-too-large',
    title: 'The resource-based policy of the function is full',
    pattern: /The final policy size \(\d+\) is bigger than the limit|PolicyLengthExceeded(?:Exception)?/i,
    source: 'https://repost.aws/knowledge-center/lambda-resource-based-policy-size-error',
    lack: 'function-policy',
    rules: ['function-policy-too-large', 'repeated-invoke-permission', 'unused-invoke-permission'],
    advice:
      'All permissions of a function fit in 20,480 bytes together. Put one with a wildcard in the source ARN in the place of many, and remove those of triggers that are gone.',
  },
  {
    id: 'function-url',
    title: 'A function URL answered 403',
    pattern: /Forbidden\. For troubleshooting Function URL authorization issues/i,
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html',
    lack: 'function-policy',
    rules: [
      'incomplete-function-url-permission',
      'function-url-auth-mismatch',
      'computed-url-auth-type',
      'missing-invoke-permission',
    ],
    advice:
      'A function URL takes two permissions: `lambda:InvokeFunctionUrl` with the URL’s `FunctionUrlAuthType`, and `lambda:InvokeFunction` with `InvokedViaFunctionUrl: true`. With AWS_IAM the request must be signed as well.',
  },
];
